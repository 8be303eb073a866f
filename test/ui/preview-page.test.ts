import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { previewSaved } from '#contract/preview.ts';
import { pageArticle, pageEnd, pageStart } from '#core/features/view-html.ts';
import { openPreview, startBrowser, type OpenOptions, type Preview, type Theme } from './preview/harness.ts';
import { many, mixed, persian } from './preview/texts.ts';

const header = ' date 2025-11-08 https://www.almanbar.example/a\n';
const article = (title: string, ...lines: readonly string[]): string => `${header}${title}\n${title}\n${lines.map(line => `${line}\n`).join('')}`;
const calm = article('خبر هادئ', 'هذه فقرة لا يجوز أن يمسها ما فوقها أو ما تحتها، ولا أن تتحرك كلمة منها.');

suite('preview page', function () {
	this.timeout(60_000);
	let browser: Browser;
	let preview: Preview;
	suiteSetup(async () => { browser = await startBrowser(); });
	suiteTeardown(async () => { await browser.close(); });
	teardown(async () => {
		const errors = preview.host.called('error');
		const { outside } = preview;
		await preview.close();
		assert.deepEqual(errors, []);
		assert.deepEqual(outside, []);
	});
	const open = async (text: string, options?: OpenOptions): Promise<Preview> => (preview = await openPreview(browser, text, options));
	const frames = (): Promise<void> => preview.page.evaluate(() => new Promise<void>(resolve => { requestAnimationFrame(() => { requestAnimationFrame(() => { resolve(); }); }); }));
	const waitFor = async (condition: () => boolean | Promise<boolean>, what: string): Promise<void> => {
		for (let round = 0; round < 300; round++) {
			if (await condition()) { return; }
			await new Promise(resolve => { setTimeout(resolve, 20); });
		}
		assert.fail(`never: ${what}`);
	};

	suite('reading', () => {
		test('title once, facts in the language of the article, address readable', async () => {
			const { page } = await open(mixed + persian);
			assert.equal(await page.locator('[data-index="0"] h2').count(), 1);
			assert.match(await page.locator('[data-index="0"] .facts').innerText(), /السبت، 8 نوفمبر 2025[\s\S]*17 جمادى الأولى 1447/u);
			assert.match(await page.locator('[data-index="0"] .address').innerText(), /شبكة-الجيل-الخامس/u);
			assert.equal(await page.locator('[data-index="0"] .outlet').innerText(), 'almanbar.example');
		});
		test('direction and language are written out everywhere, never guessed', async () => {
			const { page } = await open(mixed + persian);
			const blocks = await page.$$eval('[data-line]', all => all.map(each => [each.getAttribute('dir'), each.getAttribute('lang')]));
			assert.ok(blocks.length > 8 && blocks.every(([dir, lang]) => (dir === 'rtl' || dir === 'ltr') && lang !== null && lang !== ''));
			assert.equal(await page.locator('[dir=auto]').count(), 0);
		});
		test('dates, numbers and addresses keep their order inside Arabic', async () => {
			const { page } = await open(mixed);
			// From left to right as a date is read, although the sentence runs the other way.
			const places = await page.evaluate(() => {
				const node = [...document.querySelectorAll('bdi.date')].find(each => each.textContent === '2025-11-08')?.firstChild;
				if (node === null || node === undefined) { return []; }
				return [0, 4, 5, 8].map(at => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().left; });
			});
			assert.equal(places.length, 4);
			assert.deepEqual([...places].sort((a, b) => a - b), places);
		});
		test('the full stop of an Arabic sentence stands at its left end, also behind Latin letters', async () => {
			const { page } = await open(article('عنوان', 'صدر التقرير عن وكالة Reuters.'));
			const [stop, latin] = await page.evaluate(() => {
				const block = document.querySelector('.paragraph');
				const rect = (node: Node, at: number): number => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().left; };
				return [rect(block?.lastChild as Node, 0), rect(block?.querySelector('bdi')?.firstChild as Node, 0)];
			});
			assert.ok((stop ?? 0) < (latin ?? 0));
		});
		test('Urdu has its Nastaliq faces and room for them', async () => {
			const { page } = await open(article('لاہور میں کتابوں کا بازار', 'لاہور کے قدیم بازار میں پرانی کتابوں کی دکانیں ہیں، اور بڑے شہروں سے لوگ آتے ہیں۔'));
			const style = await page.$eval('.paragraph', each => [getComputedStyle(each).fontFamily, Number.parseFloat(getComputedStyle(each).lineHeight) / Number.parseFloat(getComputedStyle(each).fontSize)] as const);
			assert.match(style[0], /Nastaliq/u);
			assert.ok(style[1] > 2.2);
		});
		test('copies of a title that differ are marked, and both can be read', async () => {
			const { page } = await open(`${header}عنوان الخبر الأول\nعنوان  الخبر الأول\nنص.\n`);
			await page.locator('details.copies summary').click();
			assert.equal(await page.locator('details.copies p').evaluate(each => each.textContent), 'عنوان  الخبر الأول');
		});
	});

	suite('hostile input', () => {
		const attacks = ['<script>pwned=1</script>', '<img src=x onerror="pwned=1">', '<svg onload=pwned=1>', '"><iframe src="javascript:pwned=1">', '<a href="javascript:pwned=1">x</a>', '&lt;script&gt;pwned=1&lt;/script&gt;', '${pwned=1}{{pwned=1}}', '<style>body{display:none}</style>', '</p></article><base href="http://evil.example">'];
		test('markup, scripts and addresses stay text', async () => {
			const { page } = await open(` date 2025-11-08 javascript:pwned=1//https://x.example\n${attacks[0]}\n${attacks[0]}\n${attacks.join('\n')}\n${attacks.map(attack => article(attack, attack, attack)).join('')} date 2025-11-08 https://x.example/"><script>pwned=1</script>\nعنوان\nعنوان\nنص\n`, { height: 4000 });
			const shown = await page.evaluate(() => ({ pwned: 'pwned' in globalThis, scripts: document.scripts.length, strange: document.querySelectorAll('main :is(script, img, svg, iframe, style, base, form, input)').length, links: [...document.querySelectorAll('a')].map(each => each.protocol), text: document.querySelector('main')?.textContent ?? '' }));
			assert.equal(shown.pwned, false);
			assert.equal(shown.scripts, 0);
			assert.equal(shown.strange, 0);
			assert.ok(shown.links.every(protocol => protocol === 'https:'));
			for (const attack of attacks) { assert.ok(shown.text.includes(attack), attack); }
		});
		for (const [name, hostile] of [
			['10,000 bidi controls', '\u202e\u2067\u202b\u200f\u2069'.repeat(2000)],
			['overrides without end', 'نص \u202e\u202d\u2066\u2067 مقلوب \u202b'.repeat(50)],
			['ends without a start', '\u202c\u2069'.repeat(5000)],
			['towers of marks', `ب${'\u0651\u064f'.repeat(400)}`],
			['line separators', 'سطر\u2028سطر\u2029سطر\u0085\u000b'.repeat(20)],
		] as const) {
			test(`${name} leave the neighbours as they are`, async () => {
				const geometry = (): Promise<string> => preview.page.evaluate(() => {
					const block = [...document.querySelectorAll('.paragraph')].find(each => each.textContent?.startsWith('هذه فقرة'));
					const node = block?.firstChild as Text;
					const origin = block?.getBoundingClientRect() ?? new DOMRect();
					return [...node.data].map((_, at) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); const { left, top } = range.getBoundingClientRect(); return `${(left - origin.left).toFixed(1)},${(top - origin.top).toFixed(1)}`; }).join(' ') + ` ${origin.left} ${origin.width} ${origin.height}`;
				});
				await open(calm);
				const alone = await geometry();
				await preview.close();
				for (const isXray of [false, true]) {
					const saved = { uri: 'file:///dump.txt', isLocked: false, line: 0, isXray, typography: null };
					await open(article(hostile, hostile, hostile) + calm, { saved, height: 6000 });
					assert.equal(await geometry(), alone);
					assert.equal(await preview.page.evaluate(() => document.querySelector('main')?.scrollWidth === document.querySelector('main')?.clientWidth), true);
					if (!isXray) { await preview.close(); }
				}
			});
		}
		test('a paragraph of 50,000 characters and an article of 5,000 paragraphs are read to the end', async () => {
			const long = 'كلمات كثيرة في سطر واحد '.repeat(2100);
			const { page } = await open(article('طويل', long) + article('كثير', ...Array.from({ length: 5000 }, (_, at) => `الفقرة رقم ${at} من هذا المقال الطويل.`)) + calm);
			await page.locator('main').focus();
			const last = page.locator('text=هذه فقرة لا يجوز');
			await page.keyboard.press('End');
			await last.waitFor();
			await waitFor(async () => { const box = await last.boundingBox(); return box !== null && box.y + box.height <= 700; }, 'the last paragraph is above the lower edge');
			assert.ok(await page.evaluate(() => document.querySelectorAll('*').length) < 2500);
			preview.link.remote.scrollTo({ line: 4 + 3 + 2500 });
			await page.locator('text=الفقرة رقم 2500 ').waitFor();
			const top = await page.evaluate(() => ([...document.querySelectorAll('.paragraph')].find(each => each.textContent?.includes('رقم 2500 '))?.getBoundingClientRect().top ?? 0) - (document.querySelector('main')?.getBoundingClientRect().top ?? 0));
			assert.ok(Math.abs(top) < 3, String(top));
		});
	});

	suite('ten thousand articles', () => {
		let text = '';
		suiteSetup(() => { text = many(10_000); });
		test('few are in the page, and no frame is empty', async () => {
			const { page } = await open(text, { delay: 3 });
			await page.evaluate(() => {
				const counts = { frames: 0, blank: 0 };
				(globalThis as unknown as { counts: typeof counts }).counts = counts;
				const look = (): void => {
					counts.frames++;
					for (const y of [60, 350, 690]) { if (document.elementFromPoint(450, y)?.closest('.item') === null) { counts.blank++; } }
					requestAnimationFrame(look);
				};
				requestAnimationFrame(look);
			});
			await page.mouse.move(450, 400);
			for (let round = 0; round < 60; round++) { await page.mouse.wheel(0, 400); await frames(); }
			assert.equal(Math.round(await page.$eval('main', each => each.scrollTop)), 24_000);
			for (const share of [0.5, 0.97, 0.2]) { await page.$eval('main', (each, at) => { each.scrollTop = at * each.scrollHeight; }, share); await frames(); }
			const counts = await page.evaluate(() => (globalThis as unknown as { counts: { frames: number; blank: number } }).counts);
			assert.ok(counts.frames > 60);
			assert.equal(counts.blank, 0);
			assert.ok(await page.evaluate(() => document.querySelectorAll('.item').length) < 30);
		});
		test('the last one is reached and is the last', async () => {
			const { page } = await open(text);
			await page.locator('main').focus();
			await page.keyboard.press('End');
			await page.locator('[data-index="9999"]:not(.skeleton)').waitFor();
			await frames();
			const [bottom, edge] = await page.evaluate(() => [document.querySelector('[data-index="9999"]')?.getBoundingClientRect().bottom, innerHeight]);
			assert.ok(Math.abs((bottom ?? 0) - (edge ?? 0)) < 3, `${bottom} ${edge}`);
		});
		test('a change is shown where it is, and nothing else moves', async () => {
			const { page } = await open(text);
			const { document } = preview.host;
			preview.link.remote.scrollTo({ line: document.firstLineOf(5000) + 3 });
			await page.locator('[data-index="5000"]:not(.skeleton)').waitFor();
			await page.waitForTimeout(250);
			const top = (): Promise<number> => page.$eval('[data-index="5000"] .paragraph', each => each.getBoundingClientRect().top);
			const before = await top();
			preview.edit(document.startOf(40), document.startOf(40), article('خبر جديد', 'نص جديد.'));
			preview.edit(preview.host.document.startOf(5001) + 220, preview.host.document.startOf(5001) + 220, 'إضافة ');
			await page.locator('[data-index="5001"]:has-text("إضافة")').waitFor();
			assert.ok(Math.abs(await page.$eval('[data-index="5001"] .paragraph', each => each.getBoundingClientRect().top) - before) < 2);
		});
		test('what is read stays where it is while paragraphs are added above it', async () => {
			const { page, host } = await open(article('عنوان', ...Array.from({ length: 90 }, (_, at) => `الفقرة رقم ${at} وفيها كلام.`)) + calm);
			preview.link.remote.scrollTo({ line: 60.4 });
			await page.locator('text=الفقرة رقم 58 ').waitFor();
			await page.waitForTimeout(250);
			const top = (): Promise<number> => page.locator('text=الفقرة رقم 58 ').evaluate(each => each.getBoundingClientRect().top);
			const before = await top();
			const at = host.document.text.indexOf('الفقرة رقم 50 ');
			preview.edit(at, at, 'فقرة جديدة طويلة.\nوأخرى بعدها.\nوثالثة.\n');
			await waitFor(async () => await page.locator('[data-line="56"]').count() > 0 && (await page.locator('[data-line="56"]').innerText()).includes('رقم 50'), 'the new lines');
			await frames();
			assert.ok(Math.abs(await top() - before) < 3, `${await top()} ${before}`);
		});
		test('find goes through all of them', async () => {
			const { page } = await open(text);
			await page.keyboard.press('Control+f');
			await page.keyboard.type('رقم ٩٨٧٦:');
			await page.locator('[data-index="9875"]').waitFor();
			await waitFor(() => page.evaluate(() => [...CSS.highlights.get('found-current') ?? []].length === 1), 'the match is shown');
			assert.match(await page.locator('.find .count').innerText(), /1 of 2/u);
			await page.keyboard.press('Escape');
			assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'MAIN');
		});
	});

	suite('together with the editor', () => {
		test('the page asks first, and follows without an echo', async () => {
			const { page, link, host } = await open(many(300));
			assert.equal(host.calls[0]?.method, 'ready');
			link.remote.scrollTo({ line: 900.5 });
			await waitFor(async () => Number(await page.$eval('.article-number', each => (each as HTMLInputElement).value)) > 50, 'the page follows');
			await page.waitForTimeout(500);
			assert.deepEqual(host.called('scrolled'), []);
		});
		test('scrolling tells the line that the editor is to show, and back again', async () => {
			const { page, link, host } = await open(many(300));
			await page.mouse.move(450, 400);
			for (let round = 0; round < 10; round++) { await page.mouse.wheel(0, 333); await frames(); }
			await waitFor(() => host.called('scrolled').length > 0, 'the host is told');
			await page.waitForTimeout(300);
			const { line } = host.called('scrolled').at(-1) as { line: number };
			const before = await page.$eval('main', each => each.scrollTop);
			link.remote.scrollTo({ line });
			await frames();
			assert.ok(Math.abs(await page.$eval('main', each => each.scrollTop) - before) <= 2);
		});
		test('a double click shows the word in the source', async () => {
			const { page, host } = await open(article('عنوان', 'كلمة\u200b ثانية وثالثة مع Latin هنا.'));
			const box = await page.evaluate(() => {
				const range = document.createRange();
				const node = document.querySelector('.paragraph')?.firstChild as Text;
				range.setStart(node, node.data.indexOf('وثالثة'));
				range.setEnd(node, node.data.indexOf('وثالثة') + 6);
				const { left, top, width, height } = range.getBoundingClientRect();
				return { x: left + width / 2, y: top + height / 2 };
			});
			await page.mouse.dblclick(box.x, box.y);
			await waitFor(() => host.called('reveal').length === 1, 'the host is told');
			const { range } = host.called('reveal')[0] as { range: { start: number; end: number } };
			assert.equal(host.document.slice(range), 'وثالثة');
		});
		test('the paragraph at the caret is marked, also after an edit above it', async () => {
			const { page, link, host } = await open(calm + article('ثان', 'الأولى هنا.', 'الثانية هنا.'));
			link.remote.caret({ line: 8 });
			await waitFor(async () => await page.locator('.at-caret').count() === 1, 'a mark');
			assert.equal(await page.locator('.at-caret').innerText(), 'الثانية هنا.');
			assert.equal(host.document.positionAt(host.document.length).line, 9);
			link.remote.caret({ line: 4 });
			await waitFor(async () => (await page.locator('.at-caret').innerText()).includes('ثان'), 'a header line is marked at the head');
		});
		test('what is kept is the place and the arrangement, and it comes back', async () => {
			const { page, host } = await open(many(200));
			await page.mouse.move(450, 400);
			await page.mouse.wheel(0, 20_000);
			await page.getByRole('button', { name: 'Show invisible characters' }).click();
			await page.waitForTimeout(500);
			const kept = await page.evaluate(() => (globalThis as unknown as { savedState: unknown }).savedState);
			const saved = previewSaved.parse(kept);
			assert.deepEqual(Object.keys(kept as object).sort(), ['isLocked', 'isXray', 'line', 'typography', 'uri']);
			assert.ok(saved.isXray && saved.line > 20);
			const number = await page.$eval('.article-number', each => (each as HTMLInputElement).value);
			await preview.close();
			assert.equal(host.called('error').length, 0);
			await open(many(200), { saved: kept });
			await waitFor(async () => await preview.page.$eval('.article-number', each => (each as HTMLInputElement).value) === number, 'the same article');
			assert.equal(await preview.page.getByRole('button', { name: 'Show invisible characters' }).getAttribute('aria-pressed'), 'true');
		});
	});

	suite('problems', () => {
		const faulty = article('عنوان الخبر', 'كلمة مُتّ\u200bصلة هنا وبقية الكلام.', 'ونص فيه &amp; رمز.') + calm;
		test('are underlined without a cut through the text', async () => {
			const { page } = await open(faulty);
			assert.equal(await page.$eval('.paragraph', each => each.childNodes.length), 1);
			const counts = await page.evaluate(() => ['error', 'warning', 'information', 'hint'].map(each => CSS.highlights.get(`problem-${each}`)?.size ?? -1));
			assert.ok((counts[0] ?? 0) + (counts[1] ?? 0) >= 2 && !counts.includes(-1), String(counts));
		});
		test('explain themselves under the pointer, and offer their fixes', async () => {
			const { page, host } = await open(faulty);
			const box = await page.evaluate(() => { const range = [...CSS.highlights.get('problem-warning') ?? []].map(each => each as Range).find(each => each.toString() === '&amp;'); const { left, top, width, height } = range?.getBoundingClientRect() ?? new DOMRect(); return { x: left + width / 2, y: top + height / 2 }; });
			await page.mouse.move(box.x, box.y);
			await page.locator('.popup').waitFor({ state: 'visible' });
			assert.match(await page.locator('.popup').innerText(), /html-entity/u);
			await page.locator('.popup .fix').first().click();
			await waitFor(() => host.called('applyFix').length === 1, 'the host is asked');
			const asked = host.called('applyFix')[0] as { version: number; rule: string; range: { start: number; end: number }; fix: number };
			assert.deepEqual([asked.version, asked.rule, host.document.slice(asked.range), asked.fix], [1, 'html-entity', '&amp;', 0]);
		});
		test('are walked through by keyboard, and the focus comes back', async () => {
			const { page } = await open(faulty);
			await page.locator('main').focus();
			await page.keyboard.press('F8');
			await page.locator('.popup').waitFor({ state: 'visible' });
			const first = await page.locator('.popup .message').innerText();
			assert.ok(await page.evaluate(() => document.activeElement?.closest('.popup') !== null));
			await page.keyboard.press('F8');
			await waitFor(async () => await page.locator('.popup .message').innerText() !== first, 'the next problem');
			await page.keyboard.press('Shift+F8');
			await waitFor(async () => await page.locator('.popup .message').innerText() === first, 'the one before');
			await page.keyboard.press('Escape');
			assert.equal(await page.locator('.popup').isVisible(), false);
			assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'MAIN');
		});
		test('that have nothing to underline have a mark to press', async () => {
			const { page } = await open(article('عنوان', 'نص.', '', 'نص آخر.'));
			const mark = page.locator('.row:has(.blank) .mark');
			assert.match(await mark.getAttribute('aria-label') ?? '', /empty/u);
			await mark.focus();
			await page.keyboard.press('Enter');
			assert.match(await page.locator('.popup .message').innerText(), /empty/u);
		});
		test('go away when they are mended', async () => {
			const { page, host } = await open(faulty);
			const at = host.document.text.indexOf('&amp;');
			preview.edit(at, at + 5, 'و');
			await waitFor(() => page.evaluate(() => ![...CSS.highlights.get('problem-warning') ?? []].some(each => (each as Range).toString().includes('amp'))), 'the underline is gone');
		});
		test('invisible characters have names on demand', async () => {
			const { page } = await open(faulty);
			assert.equal(await page.locator('.hidden-character').count(), 0);
			await page.getByRole('button', { name: 'Show invisible characters' }).click();
			assert.equal(await page.locator('.hidden-character').first().getAttribute('data-name'), 'ZWSP');
			assert.equal(await page.$eval('.paragraph', each => each.textContent), 'كلمة مُتّ\u200bصلة هنا وبقية الكلام.');
		});
	});

	suite('looks and access', () => {
		for (const [theme, background] of [['light', 'rgb(255, 255, 255)'], ['dark', 'rgb(31, 31, 31)'], ['high-contrast', 'rgb(0, 0, 0)'], ['high-contrast-light', 'rgb(255, 255, 255)']] as const satisfies readonly (readonly [Theme, string])[]) {
			test(`the ${theme} theme is followed, with contrast enough to read`, async () => {
				const { page } = await open(mixed, { theme });
				const found = await page.evaluate(() => ({ background: getComputedStyle(document.body).backgroundColor, colours: ['.paragraph', '.title', '.facts', '.address a'].map(each => getComputedStyle(document.querySelector(each) ?? document.body).color) }));
				assert.equal(found.background, background);
				for (const colour of found.colours) { assert.ok(contrast(colour, background) >= 4.5, `${colour} on ${background}`); }
			});
		}
		test('buttons have names, headings and articles their roles', async () => {
			const { page } = await open(many(20));
			const names = await page.$$eval('.toolbar button, .toolbar input', all => all.map(each => each.getAttribute('aria-label') ?? each.closest('label')?.textContent ?? each.textContent));
			assert.ok(names.every(name => name !== null && name !== ''), String(names));
			assert.equal(await page.getByRole('feed').count(), 1);
			assert.equal(await page.getByRole('article').first().getAttribute('aria-setsize'), '20');
			assert.equal(await page.getByRole('heading', { level: 2 }).first().innerText(), 'الخبر رقم 1: صيانة الحدائق العامة');
		});
		test('size, line height, width and face follow the settings and the buttons', async () => {
			const settings = { isSynchronised: true, typography: { family: '', size: 18, lineHeight: 1, width: 40 } };
			const { page, link } = await open(calm, { settings });
			const size = (): Promise<string> => page.$eval('.paragraph', each => getComputedStyle(each).fontSize);
			const before = await size();
			link.remote.settings({ ...settings, typography: { ...settings.typography, size: 30 } });
			await waitFor(async () => await size() !== before, 'the size of the settings');
			await page.getByRole('button', { name: 'Text size and face' }).click();
			await page.getByLabel('Size', { exact: true }).fill('14');
			await waitFor(async () => Number.parseFloat(await size()) < Number.parseFloat(before), 'the size of the button');
			await page.getByRole('button', { name: 'As in the settings' }).click();
			await waitFor(async () => Number.parseFloat(await size()) > Number.parseFloat(before), 'the settings again');
		});
		test('nothing is shown of nothing, and it is said', async () => {
			const { page } = await open('');
			assert.equal(await page.locator('.notice').innerText(), 'This dump is empty.');
		});
		test('the saved page is whole without us, and runs nothing', async () => {
			const { host } = await open(mixed + article('<script>pwned=1</script>', '<img src=x onerror=pwned=1>'));
			const frame = { title: 'dump', language: 'ar', direction: 'rtl', style: await stylesheet(), isXray: true, total: 5 } as const;
			const html = pageStart(frame) + host.articles(0, 99).articles.map(each => pageArticle(each, frame)).join('') + pageEnd;
			const context = await browser.newContext();
			const page = await context.newPage();
			const asked: string[] = [];
			await page.route('**', async route => { asked.push(route.request().url()); await route.abort(); });
			await page.setContent(html);
			assert.equal(await page.evaluate(() => 'pwned' in globalThis || document.scripts.length > 0), false);
			assert.equal(await page.locator('article').count(), host.document.articles.length);
			assert.equal(await page.locator('article').first().evaluate(each => getComputedStyle(each.querySelector('.paragraph') ?? each).direction), 'rtl');
			assert.equal(await page.evaluate(() => { scrollTo(0, 1e6); return scrollY > 100; }), true);
			assert.equal((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b(?!s)/gu)?.length, host.document.articles.length);
			assert.deepEqual(asked, []);
			await context.close();
		});
	});

	const stylesheet = (): Promise<string> => preview.page.evaluate(() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join('\n'));
});

/** WCAG 2.2, 1.4.3: contrast ratio of two opaque colours, the first one over the second where it is translucent. */
function contrast(front: string, back: string): number {
	const [under] = [channels(back)];
	const over = channels(front);
	const mixed = over.slice(0, 3).map((value, at) => value * (over[3] ?? 1) + (under[at] ?? 0) * (1 - (over[3] ?? 1)));
	const [a, b] = [luminance(mixed), luminance(under)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const channels = (colour: string): number[] => (colour.match(/[\d.]+/gu) ?? []).map(Number);

function luminance(colour: readonly number[]): number {
	const [r = 0, g = 0, b = 0] = colour.map(value => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; });
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
