import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseConfig, parseRules, resolveSettings } from '#contract/config.ts';
import { jsonSchema } from '#contract/config-json-schema.ts';
import { configCandidates, defaultConfig } from '#contract/resolve.ts';
import { allRules } from '#core/rules/all.ts';
import { TODAY } from '../support/fixture.ts';

const parse = (text: string) => parseConfig(text, 'warraq.config.json');

/** Paths of the complaints, each with the text its range shows. */
const complaints = (text: string): readonly (readonly [path: string, shown: string])[] =>
	parse(text).problems.map(({ path, range }) => [path, text.slice(range.start, range.end)]);

suite('configuration file', () => {
	test('reads comments, trailing commas and a byte order mark', () => {
		const { config, problems } = parse('\ufeff// for the corpus\n{ "ignore": ["drafts/**",], /* all */ "language": "ar", }');
		assert.deepEqual(problems, []);
		assert.deepEqual(config, { ...defaultConfig, ignore: ['drafts/**'], language: 'ar' });
	});
	test('reads all that the contract shows', () => {
		const { config, problems } = parse(`{ "$schema": "x", "files": ["**/*.txt"], "rules": { "blank-line": ["hint", { "betweenArticles": "forbid" }], "group:invisible": "off" },
			"outlets": { "news.example.com": { "name": "الأخبار", "language": "ar", "boilerplate": ["تابعونا على *"], "titleSuffix": [" - الأخبار"] } } }`);
		assert.deepEqual(problems, []);
		assert.deepEqual(config.rules['blank-line'], ['hint', { betweenArticles: 'forbid' }]);
		assert.equal(config.outlets['news.example.com']?.titleSuffix?.[0], ' - الأخبار');
	});
	test('reports each bad value with its path and place, and keeps the rest', () => {
		const text = '{ "files": ["a", 3, "b"], "fiels": [], "language": 7, "rules": { "blank-line": "loud", "missing-header": ["hint", { "max": 1 }], "title-lost": "off" } }';
		assert.deepEqual(complaints(text), [
			['files[1]', '3'], ['fiels', '"fiels"'], ['language', '7'], ['rules.blank-line', '"loud"'], ['rules.missing-header[1].max', '"max"'], ['rules.title-lost', '"title-lost"'],
		]);
		const { config } = parse(text);
		assert.deepEqual(config.files, ['a', 'b']);
		assert.deepEqual(config.rules, { 'missing-header': ['hint', {}] });
	});
	test('checks the options of every rule', () => {
		for (const { id, options = {} } of allRules) {
			for (const [name, spec] of Object.entries(options)) {
				const problemsWith = (value: unknown): number => parse(JSON.stringify({ rules: { [id]: ['hint', { [name]: value }] } })).problems.length;
				assert.equal(problemsWith(spec.default), 0, `${id} ${name}`);
				const wrong = spec.type === 'number' ? [spec.minimum - 1, ...spec.maximum === undefined ? [] : [spec.maximum + 1], '5'] : spec.type === 'strings' ? ['a', [1]] : ['none', 1];
				for (const value of wrong) { assert.equal(problemsWith(value), 1, `${id} ${name}: ${JSON.stringify(value)}`); }
			}
		}
	});
	test('leaves an override out whole where it is not clear of which articles it speaks, and reports every value with its number', () => {
		const text = `{ "overrides": [{ "files": "fa/**", "rules": { "blank-line": "off" } }, { "fils": ["a"] }, 3, { "files": ["a", 3], "language": "no language", "rules": { "blank-lin": "off", "blank-line": "loud" } },
			{ "languages": ["ar"], "language": "fa", "rules": { "blank-line": ["hint", { "betweenArticles": 1 }] } }, { "outlets": [7] }] }`;
		assert.deepEqual(complaints(text), [
			['overrides[0].files', '"fa/**"'], ['overrides[1].fils', '"fils"'], ['overrides[2]', '3'], ['overrides[3].files[1]', '3'], ['overrides[3].language', '"no language"'], ['overrides[3].rules.blank-lin', '"blank-lin"'],
			['overrides[3].rules.blank-line', '"loud"'], ['overrides[4].language', '"fa"'], ['overrides[4].rules.blank-line[1].betweenArticles', '1'], ['overrides[5].outlets[0]', '7'],
		]);
		assert.deepEqual(parse(text).config.overrides, [{ files: ['a'], rules: {} }, { languages: ['ar'], rules: { 'blank-line': ['hint', {}] } }, { outlets: [] }]);
		assert.match(parse(text).problems.find(({ path }) => path === 'overrides[4].language')?.message ?? '', /move “language” to an override of its own, with “files” or “outlets”\.$/u);
		assert.match(parse(text).problems[1]?.message ?? '', /there is no such key; correct or delete it, until then this override counts as left out\.$/u);
		assert.deepEqual(complaints('{ "overrides": {} }'), [['overrides', '{}']]);
	});
	test('tells of what is no host', () => {
		const text = '{ "outlets": { "https://example.com/": { "name": "a" }, "*.site.example": {}, "SITE.com/": {}, "المنبر": {}, "WWW.Site.example": { "name": "b" }, "أخبار.شبكة": {} }, "overrides": [{ "outlets": ["https://a.example/x", "B.example", " "] }] }';
		assert.deepEqual(parse(text).problems.map(({ message }) => message.replace(/[\u2066-\u2069]/gu, '')), [
			'outlets: “https://example.com/” is no host; write “example.com”.',
			'outlets: “*.site.example” is no host, and there are no patterns for hosts; write “site.example”.',
			'outlets: “SITE.com/” is no host; write “SITE.com”.',
			'outlets: “المنبر” is no host; write one such as “example.com”.',
			'overrides[0].outlets[0]: “https://a.example/x” is no host; write “a.example”.',
			'overrides[0].outlets[2]: “ ” is no host; write one such as “example.com”.',
		]);
		assert.deepEqual(complaints(text).map(([, shown]) => shown).slice(0, 2), ['"https://example.com/"', '"*.site.example"']);
		const { outlets, overrides } = resolveSettings(parse(text).config, { today: TODAY });
		assert.deepEqual([...outlets].map(([host, { name }]) => [host, name]), [['site.example', 'b'], ['أخبار.شبكة', undefined]]);
		assert.deepEqual(overrides.map(each => each.outlets), [['b.example']]);
	});
	test('tells of boilerplate that names no text', () => {
		const text = '{ "outlets": { "a.example": { "boilerplate": ["", "تابعونا على *", " * ", "**"] } } }';
		assert.deepEqual(complaints(text), [['outlets.a.example.boilerplate[0]', '""'], ['outlets.a.example.boilerplate[2]', '" * "'], ['outlets.a.example.boilerplate[3]', '"**"']]);
		assert.match(parse(text).problems[1]?.message ?? '', /” names no text; write what belongs to the site, /u);
		assert.deepEqual(parse(text).config.outlets['a.example']?.boilerplate, ['تابعونا على *']);
	});
	test('says what to write instead', () => {
		const [problem] = parse('{"rules":{"blank-lines":"off"}}').problems;
		assert.match(problem?.message ?? '', /did you mean “blank-line”\?$/u);
		assert.match(parse('{"rules":{"blank-line":"of"}}').problems[0]?.message ?? '', /write error, warning, information, hint or off\.$/u);
		assert.match(parse('{"rules":{"blank-line":["off",{"betweenArticles":"no"}]}}').problems[0]?.message ?? '', /write allow or forbid\.$/u);
	});
	test('takes the default for what is no object, no JSON, or nothing', () => {
		assert.deepEqual(parse('[]').config, defaultConfig);
		assert.deepEqual(parse('{').config, defaultConfig);
		assert.equal(parse('{').problems.length, 1);
		assert.deepEqual(parse(''), { config: defaultConfig, problems: [] });
	});
	test('never throws, whatever the text', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map(value => JSON.stringify({ rules: value, outlets: value, files: value, overrides: [value, { files: value, rules: value }] }))), text => {
			const { config, problems } = parse(text);
			resolveSettings(config, { today: TODAY });
			for (const { range } of problems) { assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length); }
		}));
	});
});

suite('settings', () => {
	const settingsOf = (text: string, rules: Readonly<Record<string, unknown>> = {}) => resolveSettings(parse(text).config, { today: TODAY, rules }).rules;

	test('are the rules\' own without a configuration', () => {
		for (const { id, severity } of allRules) { assert.equal(settingsOf('{}').get(id)?.severity, severity); }
	});
	test('let a rule win over its group, in either order', () => {
		for (const text of ['{"rules":{"group:structure":"hint","blank-line":"error"}}', '{"rules":{"blank-line":"error","group:structure":"hint"}}']) {
			assert.equal(settingsOf(text).get('blank-line')?.severity, 'error');
			assert.equal(settingsOf(text).get('missing-header')?.severity, 'hint');
		}
	});
	test('let the caller win over the file, and keep the options of the file', () => {
		const settings = settingsOf('{"rules":{"blank-line":["hint",{"betweenArticles":"forbid"}]}}', { 'blank-line': 'error' }).get('blank-line');
		assert.deepEqual(settings, { severity: 'error', options: { betweenArticles: 'forbid' } });
	});
	test('leave out what is not valid in the caller\'s rules, and can say why', () => {
		assert.equal(settingsOf('{}', { 'blank-line': 'loud' }).get('blank-line')?.severity, 'warning');
		assert.equal(parseRules({ 'blank-line': 'loud' }).problems[0]?.path, 'rules.blank-line');
		assert.deepEqual(parseRules(undefined).problems, []);
	});
	test('name outlets by bare host', () => {
		const { config } = parse('{"outlets":{"WWW.Example.com":{"name":"x"}}}');
		assert.equal(resolveSettings(config, { today: TODAY }).outlets.get('example.com')?.name, 'x');
	});
	test('let a caller win over overrides, in rules and language', () => {
		const { config } = parse('{"overrides":[{"outlets":["a.example"],"language":"fa","rules":{"blank-line":["error",{"betweenArticles":"forbid"}]}}]}');
		const alone = resolveSettings(config, { today: TODAY });
		assert.deepEqual([alone.overrides.length, alone.overrides[0]?.language, alone.overrides[0]?.rules.get('blank-line')?.severity], [1, 'fa', 'error']);
		const called = resolveSettings(config, { today: TODAY, rules: { 'blank-line': 'hint' }, language: 'he' });
		assert.deepEqual(called.overrides.map(({ outlets, language, rules }) => [outlets, language, [...rules]]), [
			[['a.example'], undefined, [['blank-line', { severity: 'error', options: { betweenArticles: 'forbid' } }]]], [undefined, undefined, [['blank-line', { severity: 'hint', options: {} }]]],
		]);
	});
	test('know languages without their regions, as rules do', () => {
		const { config } = parse('{"language":"ar-EG","outlets":{"a.example":{"language":"fa-AF"}},"overrides":[{"languages":["pt-BR"]}]}');
		const { language, outlets, overrides } = resolveSettings(config, { today: TODAY });
		assert.deepEqual([language, outlets.get('a.example')?.language, overrides[0]?.languages], ['ar', 'fa', ['pt']]);
	});
	test('know languages in letters of any case, and by their present codes', () => {
		const { config, problems } = parse('{"language":"AR-eg","outlets":{"a.example":{"language":"FA"},"b.example":{"language":"iw-IL"}},"overrides":[{"languages":["Ur","pt-br-br"]},{"files":["a"],"language":"HE"}]}');
		assert.deepEqual(problems, []);
		const { language, outlets, overrides } = resolveSettings(config, { today: TODAY });
		assert.deepEqual([language, outlets.get('a.example')?.language, outlets.get('b.example')?.language, overrides[0]?.languages, overrides[1]?.language], ['ar', 'fa', 'he', ['ur', 'pt'], 'he']);
		assert.equal(resolveSettings(parse('{}').config, { today: TODAY, language: 'FA-af' }).language, 'fa');
	});
	test('take the language of the file, and the caller\'s before it', () => {
		const { config } = parse('{"language":"fa"}');
		assert.equal(resolveSettings(config, { today: TODAY }).language, 'fa');
		assert.equal(resolveSettings(config, { today: TODAY, language: 'auto' }).language, undefined);
	});
});

suite('configuration search', () => {
	test('goes from the nearest folder to the root, for paths and URIs', () => {
		assert.deepEqual(configCandidates('/a/b/'), ['/a/b/warraq.config.json', '/a/warraq.config.json', '/warraq.config.json']);
		assert.deepEqual(configCandidates('/'), ['/warraq.config.json']);
		assert.deepEqual(configCandidates('C:/a'), ['C:/a/warraq.config.json', 'C:/warraq.config.json']);
		assert.deepEqual(configCandidates('vscode-vfs://github/a'), ['vscode-vfs://github/a/warraq.config.json', 'vscode-vfs://github/warraq.config.json']);
	});
});

suite('JSON Schema of the configuration', () => {
	test('describes every rule, its default and its options', () => {
		const schema = jsonSchema() as { properties: { rules: { properties: Record<string, { default: unknown; description: string; anyOf: readonly { items?: readonly { properties?: Record<string, { description: string; default: unknown }> }[] }[] }> } } };
		for (const rule of allRules) {
			const own = schema.properties.rules.properties[rule.id];
			assert.equal(own?.default, rule.severity, rule.id);
			assert.ok(own.description.startsWith(rule.summary.replaceAll('`', '').slice(0, 20)));
			const options = own.anyOf[1]?.items?.[1]?.properties ?? {};
			assert.deepEqual(Object.fromEntries(Object.entries(options).map(([name, spec]) => [name, spec.default])), Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, spec]) => [name, spec.default])));
		}
	});
	test('says the rules once, for the whole and for overrides', () => {
		const { properties: { overrides } } = jsonSchema() as { properties: { overrides: { items: { properties: Record<string, unknown> } } } };
		assert.deepEqual(overrides.items.properties['rules'], { $ref: '#/properties/rules' });
		assert.deepEqual(Object.keys(overrides.items.properties), ['files', 'languages', 'outlets', 'language', 'rules']);
	});
});
