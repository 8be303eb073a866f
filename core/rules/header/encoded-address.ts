import { readableAddress } from '../../format/address.ts';
import { minimalEdit } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { shift } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

export const encodedAddress = defineRule({
	id: 'encoded-address',
	group: 'header',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	keepsText: true,
	summary: 'Letters of the address are percent-encoded.',
	why: 'Nobody can read %D9%83%D8%AA%D8%A8, and the same page is listed under two addresses where another article has it in letters.',
	details: 'Off by default: both forms are right; switch it on to make a corpus uniform. Only UTF-8 beyond ASCII is decoded, and only where encoding it again gives the same address: delimiters, blanks, invisible characters and broken sequences stay as they are.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/⟦%D9%83%D8%AA%D8%A8⟧/12\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/كتب/12\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['address'],
	check({ text, start }, report) {
		if (!text.includes('%')) { return; }
		const readable = readableAddress(text);
		const edit = minimalEdit(text, readable);
		if (edit === undefined || encoded(readable) !== encoded(text)) { return; }
		const range = shift(edit.range, start);
		report({ range, message: `The address is percent-encoded: it reads ${quoted(readable)}.`, fixes: [{ title: 'Write the address in letters', safety: 'safe', edits: [{ range, text: edit.text }] }] });
	},
});

/** Everything beyond ASCII percent-encoded, in upper case: equal for two spellings of one address. Surrogates without partner have no encoding. */
function encoded(address: string): string {
	return address.replace(/[\ud800-\udfff]/gu, '\ufffd').replace(/[^\0-\u007f]+/gu, run => encodeURIComponent(run)).replace(/%[0-9a-f]{2}/giu, code => code.toUpperCase());
}
