import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directionOfLanguage, languageOf, scriptsOf } from '#core/text/language.ts';
import { dumpText } from '../support/generators.ts';

const samples: Readonly<Record<string, readonly string[]>> = {
	ar: ['افتتحت البلدية صباح اليوم مكتبة عامة في وسط المدينة', 'رئيس الوزراء يزور الميناء', 'NATO يجتمع في بروكسل', 'مؤتمر', 'بدء التدريب الصيفي في عيادة د. سمير', 'صحيفة «روزنامه» الإيرانية تنشر تقريرا عن السوق'],
	fa: ['این کتاب را مردم شهر برای خود خریدند', 'گفتگو با نویسنده', 'وزير خارجه به تهران مي رود و با رئيس مجلس ديدار مي كند', 'قيمت طلا در بازار كاهش يافت و سكه هم ارزان شد', 'پرواز'],
	ur: ['یہ کتاب اس شہر کے لوگوں نے خریدی ہے', 'وزیراعظم کا دورہ', 'لاہور میں بارش'],
	ps: ['د افغانستان په پلازمېنه کې نوی کتابتون پرانیستل شو', 'ښوونځی'],
	ckb: ['کتێبخانەیەکی نوێ لە شارەکە کرایەوە بۆ هەمووان'],
	sd: ['هي ڪتاب سنڌ جي شهر ۾ ڇپيو آهي ۽ ماڻهن خريد ڪيو'],
	ug: ['شەھەردە يېڭى كۈتۈپخانا ئېچىلدى'],
	he: ['הספר הזה נמכר בכל חנויות העיר', 'ח"כ', 'עיריית חיפה'],
	yi: ['די ביבליאָטעק איז געעפֿנט געוואָרן אין שטאָט און אַלע זײַנען געקומען'],
	en: ['New library opens in the city', 'The mayor said that it was a good day'],
	fr: ['Le maire a ouvert les portes de la salle', 'Une fête pour les enfants de la ville', "L'été est là"],
	de: ['Die Stadt hat eine neue Bücherei', 'Der Bürgermeister spricht über das Buch'],
	es: ['El alcalde abrió las puertas de la biblioteca', 'Los niños de la ciudad'],
	it: ['Il sindaco ha aperto le porte della biblioteca', 'Una festa per i bambini della città'],
	pt: ['O prefeito abriu as portas da biblioteca para as crianças', 'Não há mais livros em São Paulo'],
	nl: ['De burgemeester heeft het boek van de bibliotheek', 'Een feest voor de kinderen van het dorp'],
	tr: ['Belediye başkanı yeni kütüphaneyi açtı', 'Bu kitap için çok para'],
	id: ['Wali kota membuka perpustakaan baru untuk anak-anak di kota ini', 'Buku yang baru itu dari Jakarta'],
	ru: ['Мэр открыл новую библиотеку в городе', 'Это был праздник для детей'],
	uk: ['Мер відкрив нову бібліотеку для дітей у місті', 'Її книги'],
	bg: ['Кметът откри нова библиотека за децата на града', 'Това е най-голямата библиотека в София'],
	el: ['Ο δήμαρχος άνοιξε τη βιβλιοθήκη'],
	zh: ['市长今天打开了新的图书馆'],
	ja: ['市長は新しい図書館を開きました'],
	hi: ['महापौर ने नया पुस्तकालय खोला'],
};

suite('languageOf', () => {
	for (const [language, texts] of Object.entries(samples)) {
		test(`knows ${language}`, () => { for (const text of texts) { assert.equal(languageOf(text), language, text); } });
	}
	test('says und where nothing tells', () => {
		for (const text of ['', '2025-11-08', '... ?', '\u{1F468}', 'Xyzzy']) { assert.equal(languageOf(text), 'und', text); }
	});
	test('goes by most letters where scripts are mixed', () => {
		assert.equal(languageOf('أعلنت شركة Example International Limited أمس أنها ستفتح مكتبا في المدينة'), 'ar');
		assert.equal(languageOf('The word «كتاب» means book in the language of the city'), 'en');
	});
	test('is not misled by marks, tatweel and joiners', () => {
		assert.equal(languageOf('مُؤَسَّسَةٌ خَيْرِيَّةٌ'), 'ar');
		assert.equal(languageOf('می\u200cگویند'), 'fa');
	});
	test('answers for any text', () => {
		fc.assert(fc.property(dumpText, text => { assert.match(languageOf(text), /^[a-z]{2,3}$/u); }));
	});
});

suite('scriptsOf', () => {
	test('gives the share of each script among the letters, the commonest first', () => {
		assert.deepEqual([...scriptsOf('كتاب a 12')], [['Arabic', 0.8], ['Latin', 0.2]]);
		assert.deepEqual([...scriptsOf('1, 2!')], []);
	});
	test('gives shares that add up to one', () => {
		fc.assert(fc.property(dumpText, text => {
			const shares = [...scriptsOf(text).values()];
			assert.ok(shares.length === 0 || Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
			assert.deepEqual(shares, [...shares].sort((a, b) => b - a));
		}));
	});
});

suite('directionOfLanguage', () => {
	test('is right to left for languages of Arabic, Hebrew and related scripts', () => {
		for (const language of ['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv', 'syr']) { assert.equal(directionOfLanguage(language), 'rtl'); }
		for (const language of ['en', 'fr', 'ru', 'tr', 'und']) { assert.equal(directionOfLanguage(language), 'ltr'); }
	});
});
