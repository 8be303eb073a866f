import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readText } from '#core/format/read.ts';
import { goodTexts } from '../good-text.ts';

/** The parts of a good article, as a damage takes them apart and puts them together again. */
export interface Parts {
	readonly date: string;
	readonly address: string;
	readonly title: string;
	readonly copy: string;
	/** Lines, without their ends. */
	readonly body: readonly string[];
	/** BCP 47, by the name of the sample. */
	readonly language: string;
}

const languages: Readonly<Record<string, string>> = { arabic: 'ar', persian: 'fa', hebrew: 'he', urdu: 'ur', english: 'en', french: 'fr', russian: 'ru', kurdish: 'ckb', pashto: 'ps', portuguese: 'pt', seed: 'ar' };
const SEED = '../shared/corpus/seed';

/** Every article of the samples and, where it lies beside the project, of the sample of the format; of other languages one without anything odd. */
export const goodArticles: readonly Parts[] = [
	...readdirSync('samples').filter(name => name.endsWith('.txt')).flatMap(name => partsOfFile(path.join('samples', name), path.basename(name, '.txt'))),
	...goodTexts.map(({ name, title, paragraph }): Parts => ({ date: '2025-11-05', address: 'https://news.example/story', title, copy: title, body: [paragraph], language: languages[name] ?? 'und' })),
	...existsSync(SEED) ? readdirSync(SEED).flatMap(name => partsOfFile(path.join(SEED, name), 'seed')) : [],
];

function partsOfFile(file: string, name: string): Parts[] {
	return readText(readFileSync(file, 'utf8')).map(article => {
		const [, , , ...body] = article.text.replace(/\n$/u, '').split('\n');
		return { date: article.date ?? '', address: article.address ?? '', title: article.title, copy: article.lineText(article.copyLine), body, language: languages[name] ?? 'und' };
	});
}

export const headerOf = ({ date, address }: Parts): string => ` date ${date} ${address}`;

/** The text of an article; parts may hold the marks of a fixture. */
export function textOf(parts: Parts, header: string = headerOf(parts)): string {
	return [header, parts.title, parts.copy, ...parts.body].map(line => `${line}\n`).join('');
}
