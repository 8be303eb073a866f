import assert from 'node:assert/strict';
import { Corpus } from '#core/corpus/corpus.ts';
import { fixText } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { defaultOptions } from '#core/rules/options.ts';
import type { AnyRule, CorpusFacts, Example, FileFacts, Outlet } from '#core/rules/rule.ts';
import { defaultSettings, type Settings } from '#core/settings.ts';
import { applyEdits } from '#core/text/edit.ts';
import type { Range } from '#core/text/range.ts';

/** The day on which all tests run. */
export const TODAY = { year: 2026, month: 6, day: 1 };

/** Reads ⟦…⟧ out of a fixture, and `\uXXXX` written out; inline marks stay aligned in right-to-left text, carets below do not. */
export function readFixture(marked: string): { readonly text: string; readonly ranges: readonly Range[] } {
	let text = '';
	const ranges: Range[] = [];
	const open: number[] = [];
	for (const character of unescape(marked)) {
		if (character === '⟦') { open.push(text.length); } else if (character === '⟧') {
			const start = open.pop();
			assert.ok(start !== undefined, 'stray ⟧');
			ranges.push({ start, end: text.length });
		} else { text += character; }
	}
	assert.equal(open.length, 0, 'unclosed ⟦');
	return { text, ranges: ranges.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Turns `\uXXXX` written out in an example into the character, and `\xXX` into a byte that is not UTF-8, see {@link illFormedByte}. */
export function unescape(text: string): string {
	return text.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/gu, (_, code: string | undefined, byte: string) => String.fromCharCode(code === undefined ? BYTES + Number.parseInt(byte, 16) : Number.parseInt(code, 16)));
}

/** Bytes that are not UTF-8 are held in a fixture as these halves of pairs, which no other fixture has. */
const BYTES = 0xdc00;
const illFormedByte = /[\udc80-\udcff]/gu;

/** What a file with this article would tell. */
function fileFactsOf(text: string, isStart: boolean): FileFacts {
	const found = [...text.matchAll(illFormedByte)];
	return found.length === 0 ? { isStart } : { isStart, illFormed: { units: found.map(({ index }) => index), firstByte: found[0]?.index ?? 0, bytes: Uint8Array.from(found, ([unit]) => unit.charCodeAt(0) - BYTES) } };
}

/** A text with ⟦…⟧ around ranges, invisible characters written out, so that a failure shows the place. */
export function show(text: string, ranges: readonly Range[] = []): string {
	const marks = ranges.flatMap(({ start, end }) => [{ at: start, mark: '⟦' }, { at: end, mark: '⟧' }]).sort((a, b) => b.at - a.at);
	let shown = text;
	for (const { at, mark } of marks) { shown = shown.slice(0, at) + mark + shown.slice(at); }
	return shown.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export interface RuleSetup {
	readonly options?: Readonly<Record<string, unknown>>;
	readonly outlet?: Outlet;
}

/** What an example of a rule takes for given. */
export function setupOf({ titleSuffix = [], boilerplate = [] }: Example): RuleSetup {
	return titleSuffix.length + boilerplate.length === 0 ? {} : { outlet: { host: 'example.com', name: undefined, language: undefined, boilerplate, titleSuffix } };
}

/** Facts of a corpus that knows nothing but what is given. */
export function factsOf(known: Partial<CorpusFacts> = {}): CorpusFacts {
	return {
		titleSuffixes: () => new Map(),
		titleLengthAt: () => 0,
		boilerplate: () => [],
		earlier: () => ({ sameAddress: undefined, sameText: undefined, sameTitle: undefined, similar: undefined }),
		...known,
	};
}

/** A linter with one rule, switched on whatever its default. */
export function linterOf(rule: AnyRule, setup: RuleSetup = {}): Linter {
	const severity = rule.severity === 'off' ? 'warning' : rule.severity;
	const settings: Settings = {
		...defaultSettings(TODAY, [rule]),
		rules: new Map([[rule.id, { severity, options: { ...defaultOptions(rule.options), ...setup.options } }]]),
		outlets: new Map(setup.outlet === undefined ? [] : [[setup.outlet.host, setup.outlet]]),
	};
	return new Linter(settings, [rule]);
}

export interface Placed {
	readonly range: Range;
	readonly problem: ReturnType<Linter['check']>[number];
}

/** The problems of a whole text, with ranges in the text; as an editor sees it, or as a file of bytes that is a corpus by itself. */
export function problemsIn(text: string, given: Linter, isFile = true): Placed[] {
	const placed: Placed[] = [];
	const articles = readText(isFile ? text.replace(illFormedByte, '\ufffd') : text);
	const corpus = new Corpus();
	const starts: number[] = [];
	articles.reduce((line, article) => (starts.push(line), line + article.lines.ends), 1);
	if (isFile) { for (const [index, article] of articles.entries()) { corpus.learn(article, { file: 'a.txt', line: starts[index] ?? 1 }); } }
	const linter = isFile && given.corpus === undefined ? given.with(corpus) : given;
	let offset = 0;
	for (const [index, article] of articles.entries()) {
		corpus.begin(article, { file: 'a.txt', line: starts[index] ?? 1 });
		for (const problem of linter.check(article, isFile ? fileFactsOf(text.slice(offset, offset + article.length), offset === 0) : undefined)) {
			placed.push({ problem, range: { start: problem.range.start + offset, end: problem.range.end + offset } });
		}
		offset += article.length;
	}
	return placed;
}

/** Asserts that the rule reports exactly the marked places. */
export function expectProblems(rule: AnyRule, marked: string, setup: RuleSetup = {}): Placed[] {
	const { text, ranges } = readFixture(marked);
	const placed = problemsIn(text, linterOf(rule, setup));
	assert.equal(show(text, placed.map(({ range }) => range)), show(text, ranges));
	return placed;
}

/** Asserts the marked problems, then that safe fixes give `after`, and that a second run changes nothing. */
export function expectFix(rule: AnyRule, before: string, after: string, setup: RuleSetup = {}): void {
	expectFixed(rule, before, after, setup, false);
}

/** As {@link expectFix}, unsafe fixes included. */
export function expectUnsafeFix(rule: AnyRule, before: string, after: string, setup: RuleSetup = {}): void {
	expectFixed(rule, before, after, setup, true);
}

/**
 * Asserts one marked problem and its fixes in order: class, title, and what each alone makes of the text. A title may be
 * shortened at its end.
 */
export function expectChoices(rule: AnyRule, before: string, choices: readonly (readonly ['safe' | 'unsafe', string, string])[], setup: RuleSetup = {}): void {
	const placed = expectProblems(rule, before, setup);
	assert.equal(placed.length, 1, 'one problem');
	const [first] = placed;
	const { text } = readFixture(before);
	const shift = (first?.range.start ?? 0) - (first?.problem.range.start ?? 0);
	const found = (first?.problem.fixes ?? []).map((fix, index) => {
		const edits = fix.edits.map(edit => ({ range: { start: edit.range.start + shift, end: edit.range.end + shift }, text: edit.text }));
		return [fix.safety, fix.title.slice(0, choices[index]?.[1].length ?? fix.title.length), show(applyEdits(text, edits) ?? 'edits overlap')];
	});
	assert.deepEqual(found, choices.map(([safety, title, after]) => [safety, title, show(unescape(after))]));
}

function expectFixed(rule: AnyRule, before: string, after: string, setup: RuleSetup, isUnsafe: boolean): void {
	expectProblems(rule, before, setup);
	const linter = linterOf(rule, setup);
	const { text } = readFixture(before);
	const once = fixText(text, linter, { isUnsafe }, { isStart: true });
	assert.equal(show(once.text), show(unescape(after)));
	assert.equal(applyEdits(text, once.edits), once.text, 'the edits give the text');
	assert.deepEqual(once.unsettled, [], 'fixing converges');
	assert.equal(fixText(once.text, linter, { isUnsafe }, { isStart: true }).edits.length, 0, 'a second run changes nothing');
}

/** What invisible characters, codes and tags kept apart or made different is seen to be one only when they are gone. */
const keptApart = ['glued-words', 'glued-sentences', 'repeated-paragraph', 'mirrored-guillemets', 'tatweel-in-word', 'mixed-digits-in-number', 'mojibake', 'mixed-script-word', 'differing-title-copies', 'extra-title-copy', 'missing-body'];

/** Rules whose problems the fixes of a rule may bring to light. Those of entities make no code of the page: only an unsafe one does, asked for by hand. */
export const shownByFixes = ({ id }: AnyRule, isUnsafe = false): ReadonlySet<string> => new Set(id === 'html-entity' && !isUnsafe ? keptApart : [...keptApart, 'html-tag', 'script-remnant']);

/** A dump of one article in canonical form; the body defaults to one harmless paragraph. */
export function article(parts: { readonly header?: string; readonly title?: string; readonly copy?: string; readonly body?: string } = {}): string {
	const title = parts.title ?? 'افتتاح مكتبة عامة جديدة في وسط المدينة';
	const body = parts.body ?? 'افتتحت البلدية صباح اليوم مكتبة عامة تضم آلاف الكتب.';
	return `${parts.header ?? ' date 2025-03-04 https://news.example.com/2025/03/04/library'}\n${title}\n${parts.copy ?? title}\n${body}\n`;
}
