import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readArticles, readText } from '#core/format/read.ts';
import { stringSource, unitsOf } from '#core/text/source.ts';
import { dumpText, headerLine, lineText } from '../support/generators.ts';

suite('readText', () => {
	test('loses nothing and fails on nothing', () => {
		fc.assert(fc.property(fc.oneof(dumpText, fc.array(fc.integer({ min: 0, max: 0xffff })).map(units => String.fromCharCode(...units))), text => {
			assert.equal(readText(text).map(article => article.text).join(''), text);
		}), { numRuns: 1000 });
	});
	test('makes no empty article, and only the first one may lack a header', () => {
		fc.assert(fc.property(dumpText, text => {
			for (const [index, article] of readText(text).entries()) {
				assert.ok(article.length > 0);
				assert.ok(index === 0 || article.header !== undefined);
			}
		}));
	});
	test('gives every line one role, the titles theirs by place', () => {
		fc.assert(fc.property(dumpText, text => {
			for (const article of readText(text)) {
				const roles = Array.from({ length: article.lines.count }, (_, line) => article.role(line));
				assert.equal(roles.filter(role => role === 'header').length, article.header === undefined ? 0 : 1);
				assert.ok(roles.filter(role => role === 'title').length <= 1 && roles.filter(role => role === 'title-copy').length <= 1);
				assert.ok(roles.filter(role => role === 'lead').length <= 1 && roles.filter(role => role === 'related-headlines').length <= 1);
				for (const line of [article.titleLine, article.copyLine]) { assert.ok(line < article.bodyLine); }
				assert.ok(article.bodyLine <= article.lines.count);
				assert.equal(typeof article.language, 'string');
			}
		}));
	});
	test('keeps the fields of a header inside its line, in order and apart', () => {
		fc.assert(fc.property(dumpText, text => {
			for (const { header, lines } of readText(text)) {
				if (header === undefined) { continue; }
				assert.deepEqual(header.range, lines.range(0));
				const fields = [header.keyword, header.date, header.address].filter(field => field !== undefined).sort((a, b) => a.start - b.start);
				for (const [index, field] of fields.entries()) {
					assert.ok(field.start <= field.end && field.end <= header.range.end);
					assert.ok(field.start >= (fields[index - 1]?.end ?? 0));
				}
			}
		}));
	});
	test('decides on a header by its line alone', () => {
		const around = fc.array(lineText, { maxLength: 3 });
		fc.assert(fc.property(fc.oneof(headerLine, lineText), around, around, (line, before, after) => {
			const isHeader = (text: string, at: number): boolean => {
				let start = 0;
				for (const article of readText(text)) {
					if (start === at) { return article.header !== undefined; }
					start += article.length;
				}
				return false;
			};
			const head = before.map(each => `${each}\n`).join('');
			assert.equal(isHeader(`${head}${line}\n${after.join('\n')}`, head.length), isHeader(line, 0) && line !== '');
		}));
	});
	test('reads the same from units as from a string', () => {
		fc.assert(fc.property(dumpText, text => {
			const fromUnits = readArticles(unitsOf(text), (start, length) => stringSource(text.slice(start, start + length)));
			assert.deepEqual(fromUnits.map(article => [article.text, article.header]), readText(text, part => ` ${part}`.slice(1)).map(article => [article.text, article.header]));
		}));
	});
});
