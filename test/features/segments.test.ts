import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { segmentsOf } from '#core/features/segments.ts';
import type { Direction } from '#core/text/direction.ts';

/** Segments written into the text: `‹kind direction:…›`. */
function marked(text: string, base: Direction): string {
	let shown = '';
	let last = 0;
	for (const { start, end, kind, direction } of segmentsOf(text, base)) {
		shown += `${text.slice(last, start)}‹${kind} ${direction}:${text.slice(start, end)}›`;
		last = end;
	}
	return shown + text.slice(last);
}

const check = (text: string, base: Direction, expected: string): void => { assert.equal(marked(text, base), expected); };

suite('segments to isolate', () => {
	test('clean Arabic has none', () => { check('ذهب الولد إلى المدرسة، ثم عاد.', 'rtl', 'ذهب الولد إلى المدرسة، ثم عاد.'); });
	test('a date keeps its order', () => { check('يوم 2025-11-08 صدر', 'rtl', 'يوم ‹date ltr:2025-11-08› صدر'); });
	test('a date in Arabic-Indic digits goes as the press prints it', () => { check('يوم ١٢-١١-٢٠٢٥ صدر', 'rtl', 'يوم ‹date rtl:١٢-١١-٢٠٢٥› صدر'); });
	test('a Persian date', () => { check('در ۱۴۰۴/۰۸/۱۷ بود', 'rtl', 'در ‹date ltr:۱۴۰۴/۰۸/۱۷› بود'); });
	test('sign, currency and unit belong to a number', () => {
		check('من -5 إلى 12.5% بسعر $1,250 لمسافة 3 km/h', 'rtl', 'من ‹number ltr:-5› إلى ‹number ltr:12.5%› بسعر ‹number ltr:$1,250› لمسافة ‹number ltr:3 km/h›');
	});
	test('a range and a score are read from the right', () => { check('فاز 2-1 في 2024-2025', 'rtl', 'فاز ‹number ltr:2›-‹number ltr:1› في ‹number ltr:2024›-‹number ltr:2025›'); });
	test('a telephone number is one', () => { check('هاتف +966-50-123-4567 أو 021-88776655', 'rtl', 'هاتف ‹number ltr:+966-50-123-4567› أو ‹number ltr:021-88776655›'); });
	test('the stop behind an address belongs to the sentence', () => { check('انظر https://a.example/نص؟x=1، أو b@c.example.', 'rtl', 'انظر ‹address ltr:https://a.example/نص›؟‹words ltr:x›=‹number ltr:1›، أو ‹address ltr:b@c.example›.'); });
	test('Latin words, their numbers and punctuation stay together', () => {
		check('قال John F. Kennedy إن iPhone 15 Pro (5G) وCOVID-19 وC++ في U.S.', 'rtl', 'قال ‹words ltr:John F. Kennedy› إن ‹words ltr:iPhone 15 Pro (5G)› و‹words ltr:COVID-19› و‹words ltr:C++› في ‹words ltr:U.S.›');
	});
	test('the full stop of the sentence stays outside of a Latin word', () => { check('صدر عن Reuters.', 'rtl', 'صدر عن ‹words ltr:Reuters›.'); });
	test('leftovers of HTML are one piece', () => { check('قال: &quot;نعم&#39; <br class="x"/>', 'rtl', 'قال: ‹words ltr:&quot;›نعم‹words ltr:&#39;› ‹words ltr:<br class="x"/>›'); });
	test('Arabic inside English is one stretch', () => { check('He said السلام عليكم، يا صديقي to them.', 'ltr', 'He said ‹words rtl:السلام عليكم، يا صديقي› to them.'); });
	test('Hebrew gershayim are letters', () => { check('MK ח"כ דני said', 'ltr', 'MK ‹words rtl:ח"כ דני› said'); });
	test('English numbers need nothing in English', () => { check('On 2025-11-08 at 10:30, 5%', 'ltr', 'On 2025-11-08 at 10:30, 5%'); });

	test('segments are disjoint, in order and inside the text', () => {
		const piece = fc.constantFrom('كتاب', 'שלום', 'Word', '12', '٣٤', '۵۶', '-', '.', ',', ' ', '/', '+', '%', '@', 'https://', '\u200f', '\u202e', '(', ')', '"', '\ud800', '😀');
		fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<Direction>('rtl', 'ltr'), (pieces, base) => {
			const text = pieces.join('');
			let last = 0;
			for (const { start, end } of segmentsOf(text, base)) {
				assert.ok(start >= last && end > start && end <= text.length);
				last = end;
			}
		}));
	});
});
