import { fold } from '../text/fold.ts';
import type { Calendar } from './calendar.ts';

/** What a word of a date says; months count from 1 (Hebrew ones from Tishri), weekdays from 0 = Sunday. */
export type DateWord =
	| { readonly is: 'month'; readonly calendar: Calendar; readonly month: number }
	| { readonly is: 'weekday'; readonly weekday: number }
	| { readonly is: 'era'; readonly calendar: Calendar }
	| { readonly is: 'filler' };

/** Names a month at its place, `|` between months, `,` between spellings of one; the only month tables of the project. */
const months: readonly (readonly [Calendar, string])[] = [
	['gregory', 'january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sep,sept|october,oct|november,nov|december,dec'],
	['gregory', 'janvier,janv|février,févr|mars|avril,avr|mai|juin|juillet,juil|août|septembre|octobre|novembre|décembre,déc'],
	// Gulf and Egypt, the Levant and Iraq, Tunisia and Algeria, Morocco.
	['gregory', 'يناير|فبراير|مارس|أبريل|مايو|يونيو,يونيه|يوليو,يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر'],
	['gregory', 'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول'],
	['gregory', 'جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر'],
	['gregory', 'يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر'],
	['gregory', 'ژانویه|فوریه|مارس|آوریل|مه,می|ژوئن|ژوئیه,جولای|اوت,آگوست|سپتامبر|اکتبر|نوامبر|دسامبر'],
	['gregory', 'جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر'],
	['gregory', 'ינואר|פברואר|מרץ,מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר'],
	['gregory', 'января,январь|февраля,февраль|марта,март|апреля,апрель|мая,май|июня,июнь|июля,июль|августа,август|сентября,сентябрь|октября,октябрь|ноября,ноябрь|декабря,декабрь'],
	['islamic-umalqura', 'محرم,محرم الحرام|صفر,صفر المظفر|ربيع الأول|ربيع الآخر,ربيع الثاني|جمادى الأولى,جمادى الأول|جمادى الآخرة,جمادى الآخر,جمادى الثانية,جمادى الثاني|رجب,رجب المرجب|شعبان,شعبان المعظم|رمضان,رمضان المبارك|شوال,شوال المكرم|ذو القعدة,ذي القعدة,ذیقعده,ذیقعد|ذو الحجة,ذي الحجة,ذیحجه,ذوالحج,ذی الحج'],
	['persian', 'فروردین|اردیبهشت|خرداد|تیر|مرداد,امرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند'],
	// Afghanistan
	['persian', 'حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت'],
	['hebrew', 'תשרי|חשוון,חשון,מרחשוון,מרחשון|כסלו|טבת|שבט|אדר,אדר א|אדר ב|ניסן|אייר,איר|סיוון,סיון|תמוז|אב|אלול'],
];

const weekdays: readonly string[] = [
	'sunday,sun|monday,mon|tuesday,tue,tues|wednesday,wed|thursday,thu,thur,thurs|friday,fri|saturday,sat',
	'dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi',
	'الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت',
	'یکشنبه|دوشنبه|سه شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه',
	'اتوار|پیر,سوموار|منگل|بدھ|جمعرات|جمعہ|ہفتہ',
	'ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת',
	'воскресенье|понедельник|вторник|среда|четверг|пятница|суббота',
];

const eras: readonly (readonly [Calendar, string])[] = [
	['islamic-umalqura', 'هـ,هجري,هجرية,ق,قمري,هق,ah'],
	['persian', 'ش,شمسی,خورشیدی,هش'],
	['gregory', 'م,ميلادي,ميلادية,ad,ce'],
];

const fillers = 'the,of,on,st,nd,rd,th,de,le,du,er,يوم,ليوم,اليوم,في,من,سنة,عام,شهر,روز,ماه,سال,به,ء,بروز,کو,الموافق,am,pm,utc,gmt,יום,ב,г,года';

const words = new Map<string, DateWord>();
const parts = new Set<string>();
/** Most words a name has. */
const LONGEST = 2;

for (const [calendar, list] of months) { each(list, (name, index) => enter(name, { is: 'month', calendar, month: index + 1 })); }
for (const list of weekdays) { each(list, (name, index) => enter(name, { is: 'weekday', weekday: index })); }
for (const [calendar, list] of eras) { each(list, name => enter(name, { is: 'era', calendar })); }
each(fillers, name => enter(name, { is: 'filler' }));

function each(list: string, visit: (name: string, index: number) => void): void {
	for (const [index, names] of list.split('|').entries()) {
		for (const name of names.split(',')) { visit(name, index); }
	}
}

/** Names are looked up without the blank inside: Persian joins ربیع and الاول by U+200C, Arabic writes ربيع الأول. */
function enter(name: string, word: DateWord): void {
	const key = fold(name).replace(/ /gu, '');
	if (!words.has(key)) { words.set(key, word); }
	for (const part of fold(name).split(' ')) { parts.add(part); }
}

/** True for a word that may stand in a date beside the numbers, or is part of a name that may; takes any spelling. */
export function isDateWord(word: string): boolean {
	const folded = fold(word);
	return words.has(folded) || parts.has(folded) || (folded.startsWith('ב') && parts.has(folded.slice(1)));
}

/**
 * The longest date word that begins at `list[at]`, words folded, and how many words it takes; undefined for another word.
 * Hebrew names may carry the prefix ב.
 */
export function dateWordAt(list: readonly string[], at: number): { readonly word: DateWord; readonly length: number } | undefined {
	for (let length = LONGEST; length > 0; length--) {
		if (at + length > list.length) { continue; }
		const key = list.slice(at, at + length).join('');
		const word = words.get(key) ?? (key.startsWith('ב') ? words.get(key.slice(1)) : undefined);
		if (word !== undefined) { return { word, length }; }
	}
	return undefined;
}
