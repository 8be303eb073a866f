import assert from 'node:assert/strict';
import { DumpDocument } from '#core/document/document.ts';
import { hoverStatements, hoverTarget } from '#core/features/hover.ts';
import { toPlainText } from '#core/features/prose.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings, type Settings } from '#core/settings.ts';
import { TODAY, article, readFixture } from '../support/fixture.ts';

const outlet = { host: 'news.example.com', name: 'المنبر', language: undefined, boilerplate: [], titleSuffix: [] };

/** The hover at ‸ in a fixture, without isolates; ⟦…⟧ marks the range it must have. */
function hoverIn(marked: string, change: Partial<Settings> = {}): string | undefined {
	const at = marked.replace(/[⟦⟧]|\\u[0-9a-f]{4}/gu, match => (match.length > 1 ? 'x' : '')).indexOf('‸');
	const { text, ranges } = readFixture(marked.replace('‸', ''));
	const settings = { ...defaultSettings(TODAY), ...change };
	const linter = new Linter(settings);
	const dump = DumpDocument.read(text);
	const problemsOf = (index: number): ReturnType<Linter['check']> => linter.check(dump.articles[index] ?? assert.fail());
	const target = hoverTarget(dump, at, problemsOf);
	if (target === undefined) { return undefined; }
	const start = dump.startOf(target.index);
	const [range] = ranges;
	if (range !== undefined) { assert.deepEqual({ start: target.range.start + start, end: target.range.end + start }, range, 'its range'); }
	return toPlainText(hoverStatements(target, { dump, settings, problems: problemsOf(target.index), hash: '0123456789abcdef' })).replace(/[\u2066-\u2069]/gu, '');
}

const he = { title: 'ספרייה חדשה נפתחה במרכז העיר', body: 'העירייה פתחה הבוקר ספרייה חדשה ובה אלפי ספרים.' };
const fa = { title: 'گشایش کتابخانهٔ تازه در مرکز شهر', body: 'شهرداری امروز کتابخانه\u200cای تازه گشود که هزاران کتاب دارد و پذیرای همگان است.' };
const ur = { title: 'شہر کے مرکز میں نئی لائبریری کا افتتاح', body: 'بلدیہ نے آج صبح ایک نئی لائبریری کھولی جس میں ہزاروں کتابیں ہیں۔' };
const en = { title: 'New library opens in the city', body: 'The city opened a new library in the centre of town this morning.' };
const dated = (date: string): string => ` date ${date} https://news.example.com/2025/03/04/library`;

suite('hover of a date', () => {
	test('writes it out in Arabic and English, with the Hijri date', () => {
		assert.equal(hoverIn(article({ header: dated('⟦2025-‸03-04⟧') })), 'الثلاثاء، 4 مارس 2025\nTuesday, March 4, 2025\nHijri (Umm al-Qura): 4 رمضان 1446 هـ · Ramadan 4, 1446 AH\n454 days ago\nAddress: says the same day');
	});
	for (const [name, parts, own, other] of [['Persian', fa, /^سه[\s\S]*۲۰۲۵/u, /Jalali: .*۱۴ اسفند ۱۴۰۳/u], ['Hebrew', he, /^יום שלישי, 4 במרץ 2025/u, /Hebrew: .*אדר/u], ['Urdu', ur, /^منگل، 4 مارچ، 2025|^منگل/u, /Hijri \(Umm al-Qura\): .*1446/u]] as const) {
		test(`writes it out in ${name}, in the calendar of its press`, () => {
			const hover = hoverIn(article({ ...parts, header: dated('2025-‸03-04') })) ?? '';
			assert.match(hover, own);
			assert.match(hover, other);
			assert.match(hover, /Tuesday, March 4, 2025/u);
		});
	}
	test('says English once, without another calendar', () => {
		assert.equal(hoverIn(article({ ...en, header: dated('2025-‸03-04') })), 'Tuesday, March 4, 2025\n454 days ago\nAddress: says the same day');
	});
	test('tells how far it is from the date in the address, from today, and whether it is to come', () => {
		assert.match(hoverIn(article({ header: dated('2025-03-0‸3') })) ?? '', /Address: says 2025-03-04, 1 day later$/u);
		assert.match(hoverIn(article({ header: ' date 2026-06-0‸1 https://news.example.com/a' })) ?? '', /\nToday\nAddress: holds no date$/u);
		assert.match(hoverIn(article({ header: ' date 2026-05-3‸1 https://news.example.com/a' })) ?? '', /\nYesterday\n/u);
		assert.match(hoverIn(article({ header: ' date 2026-06-0‸3 https://news.example.com/a' })) ?? '', /\nIn 2 days: later than today\n/u);
	});
	test('offers the readings of one in another form, and says when there is none', () => {
		assert.match(hoverIn(article({ header: dated('٢٠٢٥/‸٠٣/٠٤') })) ?? '', /Reads as: 2025-03-04, Tuesday, March 4, 2025/u);
		assert.match(hoverIn(article({ header: ' date 03‸/04/2025 https://news.example.com/a' })) ?? '', /May be: 2025-04-03[\s\S]*May be: 2025-03-04/u);
		assert.match(hoverIn(article({ header: ' date 2025-0‸2-30 https://news.example.com/a' })) ?? '', /is no day that can be read; the form is YYYY-MM-DD/u);
	});
});

suite('hover of an address', () => {
	test('tells its readable form, outlet, date, slug, identifier and parameters', () => {
		const header = ' date 2025-03-05 ⟦https://www.news.example.com/2025/03/04/%D8%A7%D9%81%D8%AA%D8%AA%D8%A7%D8%AD-مك‸تبة-الحي-1106871.html?id=77&utm_source=x⟧';
		assert.equal(hoverIn(article({ header }), { outlets: new Map([[outlet.host, outlet]]) }), [
			'https://www.news.example.com/2025/03/04/افتتاح-مكتبة-الحي-1106871.html?id=77&utm_source=x',
			'Outlet: المنبر (news.example.com)',
			'Date: 2025-03-04; the header says 2025-03-05',
			'Slug: 2 of 3 words stand in the title; not in the title: الحي',
			'Identifier: 77',
			'Parameters: id=77, utm_source=x',
		].join('\n'));
	});
	test('is short where the address tells little', () => {
		assert.equal(hoverIn(article({ header: ' date 2025-03-04 https://news.example.com/‸' })), 'https://news.example.com/\nOutlet: news.example.com');
	});
});

suite('hover of a title', () => {
	test('counts characters, not units, and words', () => {
		assert.match(hoverIn(article({ title: 'كتاب 📚 جديد' }).replace('جديد', 'جد‸يد')) ?? '', /^Title: 11 characters, 2 words\nBoth copies are the same, letter for letter\.$/u);
	});
	test('shows the first difference of the copies', () => {
		assert.match(hoverIn(article({ copy: '⟦افتتاح مكت‸بة عامة جديدة في وسط البلد⟧' })) ?? '', /Copy 2 differs at character 34: مدينة became بلد\./u);
		assert.match(hoverIn(article({ title: 'New library opens', copy: 'New ‸library\\u200b opens' })) ?? '', /differs at character 12: \[U\+200B\] is added\./u);
	});
	test('says when the second copy is missing', () => {
		assert.match(hoverIn(`${dated('2025-03-04')}\nعنو‸ان\nنص لا يشبه العنوان في شيء أبدا.\n`) ?? '', /The second copy is missing/u);
	});
});

suite('hover of the first word of a header', () => {
	test('sums the article up', () => {
		const text = article() + article({ header: ' d‸ate 2025-02-30 https://news.example.com/a', body: 'نص أول.\n\nنص ثان.' });
		assert.equal(hoverIn(text), [
			'Article: 2 of 2', '6 lines, 2 paragraphs, 4 words, about 1 minute to read', 'Language: Arabic (ar); letters: Arabic 100 %',
			'Bytes: 299 to 512 of the file as UTF-8, without a byte order mark', 'Content hash: 0123456789abcdef (SHA-256 of these bytes, first 16 digits)', 'Problems: 1 error, 1 warning',
		].join('\n'));
	});
	test('counts bytes as the file has them', () => {
		const text = article({ title: 'כותר 📚 é', body: 'x.' });
		const [, end] = /to ([\d,]+) of the file/u.exec(hoverIn(text.replace(' date', ' d‸ate')) ?? '') ?? [];
		assert.equal(Number(end), Buffer.byteLength(text));
	});
});

suite('hover of a character', () => {
	test('names what nobody can see, and why it is flagged', () => {
		const hover = hoverIn(article({ body: 'نص‸⟦\\u200b⟧ عادي هنا.' })) ?? '';
		assert.match(hover, /^U\+200B: ZERO WIDTH SPACE \(ZWSP\)\nInvisible; a line may break here/u);
		assert.match(hover, /Flagged: .*zero-width-character/u);
	});
	test('is found also by the character behind it, at which one points', () => {
		assert.match(hoverIn(article({ body: 'نص ⟦\\u200f⟧\\u200f‸عادي هنا.' }).replace('⟦\\u200f⟧\\u200f', '\\u200f⟦\\u200f⟧')) ?? '', /RIGHT-TO-LEFT MARK/u);
	});
	test('of a no-break space tells what it is', () => { assert.match(hoverIn(article({ body: 'نص‸⟦\\u00a0⟧عادي.' })) ?? '', /NO-BREAK SPACE/u); });
	test('a joiner inside a Persian word is ordinary', () => {
		assert.equal(hoverIn(article({ ...fa, body: 'این می‸\\u200cشود که شد.' })), undefined);
		assert.equal(hoverIn(article({ ...fa, body: 'این می\\u200c‸شود که شد.' })), undefined);
	});
});

suite('hover of the body', () => {
	const lead = 'افتتحت البلدية صباح اليوم مكتبة عامة جديدة تضم';
	const body = `‸${lead}...\nعنوان أولعنوان ثان\n${lead} آلاف الكتب.\nنص آخر.`;
	test('shows the evidence for a lead and for related headlines', () => {
		assert.match(hoverIn(article({ body })) ?? '', /^Lead: .*\nEvidence: 46 characters stand again in line 6, at its start$/u);
		assert.match(hoverIn(article({ body: body.replace('‸', '').replace('أولعنوان', 'أول‸عنوان') })) ?? '', /^Related headlines: .*\nEvidence: the line stands between the lead/u);
	});
	test('is nothing on ordinary words, in any language', () => {
		for (const parts of [{}, he, fa, ur, en]) {
			const { body: words = 'افتتحت البلدية صباح اليوم مكتبة عامة تضم آلاف الكتب.' } = parts as { body?: string };
			assert.equal(hoverIn(article({ ...parts, body: `${words.slice(0, 9)}‸${words.slice(9)}` })), undefined);
		}
		assert.equal(hoverIn('‸'), undefined);
	});
});
