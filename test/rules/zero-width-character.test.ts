import assert from 'node:assert/strict';
import { zeroWidthCharacter as rule } from '#core/rules/invisible/zero-width-character.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const body = (text: string): string => article({ body: text });
const silent = (text: string): void => { expectProblems(rule, body(text)); };
const persian = 'این کتاب را مردم شهر برای خود خریدند و از آن گفتند.';
const urdu = 'یہ کتاب اس شہر کے لوگوں نے خریدی ہے اور سب کو پسند ہے۔';
const hebrew = 'הספר הזה נמכר בכל חנויות העיר ואנשים רבים קנו אותו.';
/** The fixture's own title is Arabic, which would outweigh a short body. */
const inPersian = (text: string): string => article({ title: 'کتابخانه تازه شهر باز شد', body: `${persian}\n${text}` });
const inUrdu = (text: string): string => article({ title: 'شہر میں نئی لائبریری کھل گئی ہے', body: `${urdu}\n${text}` });
const inHebrew = (text: string): string => article({ title: 'ספרייה חדשה נפתחה בעיר', body: `${hebrew}\n${text}` });
const inGerman = (text: string): string => article({ title: 'Neue Bücherei für die Stadt', body: `Die Stadt hat eine neue Bücherei, und das ist für alle schön.\n${text}` });

suite('zero-width-character', () => {
	test('tells what tag characters hide, and deletes them', () => {
		const tagged = (text: string): string => Array.from(text, sign => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('');
		const hidden = tagged('say yes');
		const [placed] = expectProblems(rule, article({ body: `وصل القطار⟦${hidden}⟧ صباحا.` }));
		assert.equal(placed?.problem.message, '7 tag characters that nobody sees hide the text “\u2068say yes\u2069”.');
		expectFix(rule, article({ body: `وصل القطار⟦${hidden}⟧ صباحا.` }), article({ body: 'وصل القطار صباحا.' }));
		expectFix(rule, article({ body: `وصل القطار.\n⟦${hidden}⟧` }), article({ body: 'وصل القطار.' }));
		for (const { problem } of expectProblems(rule, article({ title: `⟦${hidden}⟧` }))) { assert.deepEqual(problem.fixes, []); }
		const [behindFlag] = expectProblems(rule, article({ body: `فازت \u{1f3f4}⟦${tagged('ignore all')}\u{e007f}⟧ بالمباراة.` }));
		assert.match(behindFlag?.problem.message ?? '', /hide the text “\u2068ignore all\u2069”/u);
		expectFix(rule, article({ body: 'وصل ⟦\u{e0001}⟧القطار.' }), article({ body: 'وصل القطار.' }));
	});
	test('leaves the flags of Scotland and Wales alone', () => { expectProblems(rule, article({ body: 'فازت \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} بالمباراة.' })); });
	test('takes the fillers of Hangul for blanks between words, and leaves them to Korean', () => {
		expectFix(rule, article({ body: 'وصل⟦\\u3164⟧القطار ⟦\\u3164⟧صباحا⟦\\uffa0⟧' }), article({ body: 'وصل القطار صباحا' }));
		expectFix(rule, article({ body: 'وصل⟦\\u3164⟧⟦\\u200b⟧القطار.' }), article({ body: 'وصل القطار.' }));
		expectFix(rule, article({ body: 'وصل⟦\\u115f⟧⟦\\u1160⟧ القطار' }), article({ body: 'وصل القطار' }));
		expectProblems(rule, article({ body: 'قال ㄱㅤㅏ ثم \u1100\u1160.' }));
	});
	test('deletes what no language of the dump needs', () =>
		expectFix(rule, body('أ⟦\\u200b⟧ ب⟦\\u2060⟧ت ⟦\\ufeff⟧ث ج⟦\\u00ad⟧ح خ⟦\\u2063⟧د'), body('أ بت ث جح خد')));
	test('reports a row of one of them once', () => expectFix(rule, body('مدينة⟦\\u200b\\u200b\\u200b⟧. نعم'), body('مدينة. نعم')));
	test('keeps the byte order mark of a dump without header', () => { expectProblems(rule, '\\ufeffنص بلا رأس.\n'); });
	test('reports U+FEFF at the start of a later line', () => expectFix(rule, body('الأولى.\n⟦\\ufeff⟧الثانية.'), body('الأولى.\nالثانية.')));
	test('keeps the header and lines of nothing visible', () => {
		expectProblems(rule, article({ header: ' date 2025-03-04 https://example.com/\\u200ba', body: 'أ\n\\u200b \nب' }));
	});
	test('keeps what Thai, Khmer, Burmese and Mongolian need, and U+034F between marks', () => {
		silent('ภาษา\\u200bไทย ភាសា\\u200bខ្មែរ မြန်\\u200bမာ ᠮᠣᠩ\\u180eᠠ a\u0323\\u034f\u0307');
	});
	test('fixes both titles', () => expectFix(rule, article({ title: '⟦\\u200b⟧وفد الهيئة' }), article({ title: 'وفد الهيئة' })));

	suite('joiners in Persian and Urdu', () => {
		test('stay between letters, digits and signs that take a suffix', () => {
			for (const inside of [inPersian, inUrdu]) { expectProblems(rule, inside('می\\u200cشود، ۲۰\\u200cساله، ۵٪\\u200cها، PDF\\u200cها، «کتاب»\\u200cها، کووید\\u200c۱۹، هـ\\u200cق')); }
		});
		test('go beside blanks, punctuation and line edges', () => {
			expectFix(rule, inPersian('⟦\\u200c⟧خانه⟦\\u200c⟧ ما ⟦\\u200c⟧است،⟦\\u200c⟧و کتاب⟦\\u200c⟧. «⟦\\u200c⟧بله» نه⟦\\u200c⟧'), inPersian('خانه ما است،و کتاب. «بله» نه'));
			expectFix(rule, inUrdu('گھر⟦\\u200c⟧ ہے۔'), inUrdu('گھر ہے۔'));
		});
		test('are kept once where doubled', () => expectFix(rule, inPersian('چهره\\u200c⟦\\u200c\\u200c⟧ها وی\\u200d⟦\\u200d⟧ژه'), inPersian('چهره\\u200cها وی\\u200dژه')));
		test('go with their whole row beside a blank', () => expectFix(rule, inPersian('از⟦\\u200c\\u200c\\u200c\\u200c⟧ بعضی'), inPersian('از بعضی')));
		test('look past other invisible characters', () => expectFix(rule, inPersian('همچنین ⟦\\u200c⟧\\u200f۱۰۰'), inPersian('همچنین \\u200f۱۰۰')));
		test('look past line separators, of which nothing is left at the end of a line', () => {
			expectFix(rule, inPersian('خانه⟦\\u200c⟧\\u2069\\u000b'), inPersian('خانه\\u2069\\u000b'));
			expectProblems(rule, inPersian('می\\u200c\\u2028شود'));
		});
		test('look past tags, but not past a name in angle brackets', () => {
			expectFix(rule, inPersian('<b>⟦\\u200c⟧خانه'), inPersian('<b>خانه'));
			expectProblems(rule, inPersian('می<b>\\u200cشود، خانه\\u200c</b>ها، <کتاب>\\u200cها'));
		});
		test('take the place of U+200B behind a prefix and in front of a suffix, in Persian', () => {
			expectFix(rule, inPersian('می⟦\\u200b⟧شود و خانه⟦\\u200b\\u200b⟧ها، خا⟦\\u200b⟧نه⟦\\u00ad⟧ها'), inPersian('می\\u200cشود و خانه\\u200cها، خانهها'));
			expectFix(rule, inUrdu('گھر⟦\\u200b⟧ها'), inUrdu('گھرها'));
		});
		test('show the form of a letter', () => { expectProblems(rule, inPersian('ه\\u200d ۱۴۰۴ و ۱۴۰۴ ه\\u200d. و ب\\u200d و \\u200dه')); });
	});

	suite('joiners in Arabic and Hebrew', () => {
		test('go between letters, too', () => {
			expectFix(rule, body('سيناتور و⟦\\u200c⟧عضو ⟦\\u200d⟧مؤسسة'), body('سيناتور وعضو مؤسسة'));
			expectFix(rule, inHebrew('ספר⟦\\u200c⟧ים ו⟦\\u200d⟧עוד⟦\\u200c⟧.'), inHebrew('ספרים ועוד.'));
		});
		test('stay where they show the heh of Hijri years, one letter, or end a tatweel', () => { silent('عام 1436ه\\u200d وحرف ب\\u200d ثم هـ\\u200d و لـ\\u200cأحمد'); });
		test('go before an Arabic letter in a shape of its own', () => expectFix(rule, body('قال⟦\\u200c⟧\ufe8d'), body('قال\ufe8d')));
		test('stay in a Persian word that is quoted', () => { silent('صحيفة روزنامه\\u200cی ایران وكتاب خانه\\u200cهای'); });
		test('stay beside Hebrew points', () => { expectProblems(rule, inHebrew('ע\u05b2ו\\u200c\u05b9ן')); });
		test('stay in Arabic letters of a Hebrew article', () => { expectProblems(rule, inHebrew('می\\u200cشود')); });
	});

	suite('joiners elsewhere', () => {
		test('stay in emoji', () => {
			silent('عائلة \u{1F468}\\u200d\u{1F469}\\u200d\u{1F467} و\u2764\uFE0F\\u200d\u{1F525} و\u26f9\\u200d\u2640');
		});
		test('stay in Indian scripts', () => { silent('क्\\u200dष ക്\\u200dഷ'); });
		test('stay between German letters', () => { expectProblems(rule, inGerman('Auf\\u200clage')); });
		test('go in English', () => {
			const english = (text: string): string => article({ title: 'New library opens in the city', body: text });
			expectFix(rule, english('The book⟦\\u200c⟧s are for all of the city.'), english('The books are for all of the city.'));
		});
		test('stay where the language is not known', () => { expectProblems(rule, article({ title: 'Xyzzy', body: 'Plugh\\u200c Qux\\u200cx.' })); });
	});

	test('asks the outlet for the language first', () => {
		const outlet = { host: 'news.example.com', name: undefined, language: 'fa', boilerplate: [], titleSuffix: [] };
		assert.equal(expectProblems(rule, body('كتاب\\u200cها'), { outlet }).length, 0);
		assert.equal(expectProblems(rule, body('كتاب⟦\\u200c⟧ها')).length, 1);
	});
});
