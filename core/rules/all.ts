import { duplicateAddress } from './corpus/duplicate-address.ts';
import { duplicateArticle } from './corpus/duplicate-article.ts';
import { nearDuplicateArticle } from './corpus/near-duplicate-article.ts';
import { reusedTitle } from './corpus/reused-title.ts';
import { controlCharacter } from './damage/control-character.ts';
import { htmlEntity } from './damage/html-entity.ts';
import { htmlTag } from './damage/html-tag.ts';
import { lineSeparator } from './damage/line-separator.ts';
import { mojibake } from './damage/mojibake.ts';
import { privateUseCharacter } from './damage/private-use-character.ts';
import { replacementCharacter } from './damage/replacement-character.ts';
import { scriptRemnant } from './damage/script-remnant.ts';
import { byteOrderMark } from './file/byte-order-mark.ts';
import { invalidUtf8 } from './file/invalid-utf8.ts';
import { noncanonicalLineEnds } from './file/noncanonical-line-ends.ts';
import { boilerplate } from './glued/boilerplate.ts';
import { gluedHeadlines } from './glued/glued-headlines.ts';
import { gluedSentences } from './glued/glued-sentences.ts';
import { gluedWords } from './glued/glued-words.ts';
import { mirroredGuillemets } from './glued/mirrored-guillemets.ts';
import { missingSpaceAfterPunctuation } from './glued/missing-space-after-punctuation.ts';
import { overlongLine } from './glued/overlong-line.ts';
import { repeatedParagraph } from './glued/repeated-paragraph.ts';
import { singleParagraphBody } from './glued/single-paragraph-body.ts';
import { truncatedLead } from './glued/truncated-lead.ts';
import { unbalancedBrackets } from './glued/unbalanced-brackets.ts';
import { unbalancedQuotes } from './glued/unbalanced-quotes.ts';
import { dateDiffersFromAddress } from './header/date-differs-from-address.ts';
import { encodedAddress } from './header/encoded-address.ts';
import { implausibleDate } from './header/implausible-date.ts';
import { invalidAddress } from './header/invalid-address.ts';
import { invalidDate } from './header/invalid-date.ts';
import { invisibleCharacterInAddress } from './header/invisible-character-in-address.ts';
import { missingAddress } from './header/missing-address.ts';
import { missingDate } from './header/missing-date.ts';
import { nonstandardDate } from './header/nonstandard-date.ts';
import { titleDiffersFromAddress } from './header/title-differs-from-address.ts';
import { trackingParameter } from './header/tracking-parameter.ts';
import { bidiOverride } from './invisible/bidi-override.ts';
import { strayBidiMark } from './invisible/stray-bidi-mark.ts';
import { unpairedBidiControl } from './invisible/unpaired-bidi-control.ts';
import { zeroWidthCharacter } from './invisible/zero-width-character.ts';
import { foreignLetter } from './letters/foreign-letter.ts';
import { mixedDigitsInNumber } from './letters/mixed-digits-in-number.ts';
import { mixedScriptWord } from './letters/mixed-script-word.ts';
import { presentationForm } from './letters/presentation-form.ts';
import { tatweelInWord } from './letters/tatweel-in-word.ts';
import { decomposedCharacter } from './normalisation/decomposed-character.ts';
import { latinPunctuation } from './normalisation/latin-punctuation.ts';
import { leadingBlank } from './normalisation/leading-blank.ts';
import { missingFinalNewline } from './normalisation/missing-final-newline.ts';
import { repeatedBlank } from './normalisation/repeated-blank.ts';
import { spaceBeforePunctuation } from './normalisation/space-before-punctuation.ts';
import { trailingBlank } from './normalisation/trailing-blank.ts';
import { unusualSpace } from './normalisation/unusual-space.ts';
import type { AnyRule } from './rule.ts';
import { blankLine } from './structure/blank-line.ts';
import { damagedHeader } from './structure/damaged-header.ts';
import { differingTitleCopies } from './structure/differing-title-copies.ts';
import { extraTitleCopy } from './structure/extra-title-copy.ts';
import { missingBody } from './structure/missing-body.ts';
import { missingHeader } from './structure/missing-header.ts';
import { missingTitleCopy } from './structure/missing-title-copy.ts';
import { missingTitle } from './structure/missing-title.ts';
import { overlongTitle } from './title/overlong-title.ts';
import { siteNameInTitle } from './title/site-name-in-title.ts';

/** Every rule, in the order of the documentation; a test compares the list with the folder. */
export const allRules: readonly AnyRule[] = [
	missingHeader,
	damagedHeader,
	missingTitle,
	missingTitleCopy,
	differingTitleCopies,
	extraTitleCopy,
	missingBody,
	blankLine,
	missingDate,
	missingAddress,
	invalidDate,
	nonstandardDate,
	implausibleDate,
	dateDiffersFromAddress,
	invalidAddress,
	invisibleCharacterInAddress,
	trackingParameter,
	encodedAddress,
	titleDiffersFromAddress,
	overlongTitle,
	siteNameInTitle,
	mojibake,
	replacementCharacter,
	controlCharacter,
	privateUseCharacter,
	htmlEntity,
	htmlTag,
	scriptRemnant,
	lineSeparator,
	unpairedBidiControl,
	bidiOverride,
	strayBidiMark,
	zeroWidthCharacter,
	presentationForm,
	tatweelInWord,
	foreignLetter,
	mixedScriptWord,
	mixedDigitsInNumber,
	gluedWords,
	gluedSentences,
	gluedHeadlines,
	missingSpaceAfterPunctuation,
	mirroredGuillemets,
	unbalancedBrackets,
	unbalancedQuotes,
	truncatedLead,
	boilerplate,
	repeatedParagraph,
	singleParagraphBody,
	overlongLine,
	leadingBlank,
	trailingBlank,
	repeatedBlank,
	unusualSpace,
	spaceBeforePunctuation,
	latinPunctuation,
	decomposedCharacter,
	missingFinalNewline,
	invalidUtf8,
	byteOrderMark,
	noncanonicalLineEnds,
	duplicateAddress,
	duplicateArticle,
	nearDuplicateArticle,
	reusedTitle,
];

const byId = new Map(allRules.map(rule => [rule.id, rule]));

export const ruleById = (id: string): AnyRule | undefined => byId.get(id);
