/**
 * The same for all ways to write the URI of a file: editors escape more characters than Node and browsers do, and write
 * the letter of a drive as they like.
 */
export function fileKey(uri: string): string {
	const key = decoded(uri);
	return /^file:\/\/\/[A-Z]:/u.test(key) ? key.slice(0, 8) + key.charAt(8).toLowerCase() + key.slice(9) : key;
}

/** Path of a file relative to the folder that holds it, with `/`; undefined where none of them does. */
export function pathBelow(folder: string, uri: string): string | undefined {
	const [root, file] = [fileKey(folder).replace(/\/$/u, ''), fileKey(uri)];
	return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : undefined;
}

/** What people call a file: its path below its folder, which is named where there are several; its name where it lies in none. */
export function shownPath(folders: readonly string[], uri: string): string {
	for (const folder of folders) {
		const path = pathBelow(folder, uri);
		if (path !== undefined) { return folders.length === 1 ? path : `${nameOf(folder)}/${path}`; }
	}
	return nameOf(uri);
}

const nameOf = (uri: string): string => fileKey(uri).replace(/\/$/u, '').replace(/^.*[/:]/u, '');

function decoded(uri: string): string {
	try { return decodeURIComponent(uri); } catch { return uri; }
}
