import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { previewSettings, type PreviewSettings } from '#contract/preview.ts';

export const PREVIEW_SECTION = 'warraq.preview';

const { typography, isSynchronised } = previewSettings.shape;
const { family, size, lineHeight, width } = typography.shape;

/** The preview's settings for a dump; a value that cannot be used counts as not set. */
export function readSettings(uri: vscode.Uri | undefined): PreviewSettings {
	const section = vscode.workspace.getConfiguration(PREVIEW_SECTION, uri);
	const read = <S extends z.ZodMiniType>(name: string, shape: S, otherwise: z.output<S>): z.output<S> => {
		const parsed = z.safeParse(shape, section.get<unknown>(name));
		return parsed.success ? parsed.data : otherwise;
	};
	return {
		typography: { family: read('fontFamily', family, ''), size: read('fontSize', size, 18), lineHeight: read('lineHeight', lineHeight, 1), width: read('width', width, 40) },
		isSynchronised: read('synchronizeScrolling', isSynchronised, true),
	};
}
