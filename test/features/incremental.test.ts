import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DumpDocument } from '#core/document/document.ts';
import { foldsOf } from '#core/features/folding.ts';
import { lensKinds, lensTitle } from '#core/features/lenses.ts';
import { linksOf } from '#core/features/links.ts';
import { outlineOf } from '#core/features/outline.ts';
import { previewOf } from '#core/features/preview.ts';
import { selectionsAt } from '#core/features/selection.ts';
import { encodedTokens } from '#core/features/tokens.ts';
import { titleCopies } from '#core/features/twins.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY } from '../support/fixture.ts';
import { change, dumpText, rangeOf } from '../support/generators.ts';

const settings = defaultSettings(TODAY);
const linter = new Linter(settings);

/** Everything the features say of a dump; asking fills what they keep by article. */
function featuresOf(dump: DumpDocument): unknown {
	return dump.articles.map((article, index) => {
		const problems = linter.check(article);
		return {
			outline: outlineOf(article), folds: foldsOf(article), links: linksOf(article), tokens: [...encodedTokens(article)], titles: titleCopies(article),
			lenses: lensKinds.map(kind => lensTitle(kind, article, problems, settings)), preview: previewOf(article, problems, settings),
			selections: selectionsAt(dump, dump.startOf(index) + (article.length >> 1)),
		};
	});
}

suite('features after edits', () => {
	test('are those of the text read from scratch', () => {
		fc.assert(fc.property(dumpText, fc.array(change, { minLength: 1, maxLength: 5 }), (start, changes) => {
			let dump = DumpDocument.read(start);
			featuresOf(dump);
			for (const each of changes) {
				dump = dump.replace(rangeOf(each, dump.length), each.text).document;
				assert.deepEqual(featuresOf(dump), featuresOf(DumpDocument.read(dump.text)));
			}
		}), { numRuns: 150 });
	});
});
