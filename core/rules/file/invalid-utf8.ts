import { likelyEncodings } from '../../text/encodings.ts';
import { counted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const invalidUtf8 = defineRule({
	id: 'invalid-utf8',
	group: 'file',
	severity: 'error',
	since: '0.1.0',
	fix: 'never',
	summary: 'The article holds bytes that are not UTF-8.',
	why: 'Every program reads such bytes differently: some stop, some put U+FFFD there, some guess another encoding. The text is lost in different ways.',
	details: [
		'One problem an article, at the first such place. The message names the byte of the file, and encodings whose commonest letters these bytes would be; it says nothing where the bytes are too few to tell, as where a character was cut in two.',
		'Only who reads the bytes can tell, so the command line reports it. An editor decodes the file first: where it shows U+FFFD, `replacement-character` speaks. `warraq fix` never writes such a place anew.',
	].join('\n\n'),
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار ⟦\\xd8⟧صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'bytes',
	check({ illFormed }, report) {
		const first = illFormed?.units[0];
		if (illFormed === undefined || first === undefined) { return; }
		const { units, firstByte, bytes } = illFormed;
		const encodings = likelyEncodings(bytes);
		const value = (bytes[0] ?? 0).toString(16).toUpperCase().padStart(2, '0');
		report({
			range: { start: first, end: first + 1 },
			message: `Byte ${firstByte} of the file (${value}) is not UTF-8${units.length === 1 ? '' : `, the first of ${counted(units.length, 'such place')} in the article`}: ${encodings.length === 0 ? 'restore it from the source' : `read the file as ${encodings.join(' or ')} and save it as UTF-8`}.`,
		});
	},
});
