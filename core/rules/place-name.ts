import type { ArticlePlace } from './rule.ts';

/** `a.txt, line 7`, as messages name an article of the corpus. */
export const placeName = ({ file, line }: ArticlePlace): string => `${file}, line ${line}`;
