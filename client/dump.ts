/** Language id of article dumps in VS Code. */
export const DUMP_LANGUAGE = 'article-dump';

/** Why a document is treated as a dump: its first line (as far as the date), its name, or the user's word. */
export type DumpReason = { readonly kind: 'header'; readonly line: string } | { readonly kind: 'name' } | { readonly kind: 'choice' };
