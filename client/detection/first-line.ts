import type { Header } from '#core/format/header.ts';

/** UTF-16 units of the first line that are looked at; a header's date and host stand well within. */
export const MAX_FIRST_LINE = 2048;

/** True when reading the line as a header is worth the while: nearly no text that is not a dump passes. */
export const mayBeginDump = (line: string): boolean => /^[^\p{L}\p{N}]{0,16}date/iu.test(line);

/**
 * The header that a file's first line is, undefined where it is none, or one so damaged that a text which is no dump
 * might begin so: without an address only the exact form counts.
 * @param line the first line, or its first {@link MAX_FIRST_LINE} units
 */
export async function headerOf(line: string): Promise<Header | undefined> {
	if (!mayBeginDump(line)) { return undefined; }
	const { readHeader } = await import('#core/format/header.ts');
	const header = readHeader(line);
	return header !== undefined && (header.address !== undefined || header.isCanonical) ? header : undefined;
}
