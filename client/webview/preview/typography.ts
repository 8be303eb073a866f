import type { Typography } from '#contract/preview.ts';

/** Hands the reader's choices to the style sheet; what a language needs beside them stands there. */
export function setTypography({ family, size, lineHeight, width }: Typography): void {
	const { style } = document.documentElement;
	style.setProperty('--size', `${size}px`);
	style.setProperty('--line-height-factor', String(lineHeight));
	style.setProperty('--width', `${width}em`);
	if (family === '') { style.removeProperty('--family'); } else { style.setProperty('--family', family); }
}
