import { defineRule } from '../rule.ts';

export const overlongTitle = defineRule({
	id: 'overlong-title',
	group: 'title',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'The title is longer than a title should be.',
	why: 'A very long title is most often the first paragraph in the place of the title.',
	details: 'Counted are characters as Unicode code points.',
	options: {
		max: { type: 'number', default: 200, minimum: 1, description: 'Characters a title may have.' },
	},
	examples: [{
		bad: ` date 2025-03-04 https://example.com/a\n⟦${'افتتاح مكتبة عامة جديدة في وسط المدينة القديمة '.repeat(5)}غدا⟧\n${'افتتاح مكتبة عامة جديدة في وسط المدينة القديمة '.repeat(5)}غدا\nأعلنت البلدية مواعيد الزيارة طوال الأسبوع.\n`,
		good: ' date 2025-03-04 https://example.com/a\nافتتاح مكتبة عامة جديدة غدا\nافتتاح مكتبة عامة جديدة غدا\nأعلنت البلدية مواعيد الزيارة طوال الأسبوع.\n',
	}],
	on: 'field',
	fields: ['title'],
	check({ text, start, end }, report, { max }) {
		if (text.length <= max) { return; }
		const length = codePoints(text);
		if (length <= max) { return; }
		report({ range: { start, end }, message: `The title has ${length} characters, more than ${max}: is it the first paragraph?` });
	},
});

function codePoints(text: string): number {
	let count = text.length;
	for (let at = 1; at < text.length; at++) {
		if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) { count--; }
	}
	return count;
}
