import { defineRule } from '../rule.ts';

export const overlongLine = defineRule({
	id: 'overlong-line',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'A line of the body is very long.',
	why: 'Editors stumble over such lines, and paragraphs are lost: mostly the line breaks of the page were not read.',
	examples: [{
		bad: ` date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nتحركت القافلة عند الفجر.\n⟦${'وصل القطار صباحا. '.repeat(300)}⟧\n`,
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nتحركت القافلة عند الفجر.\nوصل القطار صباحا.\n',
	}],
	options: { max: { type: 'number', default: 5000, minimum: 100, description: 'Characters (UTF-16 units) a line may have.' } },
	on: 'article',
	check({ lines, bodyLine }, report, { max }) {
		for (let line = bodyLine; line < lines.count; line++) {
			const range = lines.range(line);
			const length = range.end - range.start;
			if (length > max) { report({ range, message: `The line has ${length} characters, more than ${max}: its line breaks were probably lost.` }); }
		}
	},
});
