/** Commands of the manifest that `client/commands` serves; `test/client/manifest.test.ts` compares both lists. */
export const commandIds = [
	'warraq.fixAllInFile', 'warraq.fixAllOfRule', 'warraq.openRulePage', 'warraq.showStatus',
	'warraq.treatAsDump', 'warraq.notADump', 'warraq.newArticle', 'warraq.copyAddress', 'warraq.goToNextArticle', 'warraq.goToPreviousArticle',
	'warraq.acceptProblems', 'warraq.withdrawAcceptance', 'warraq.showOutput', 'warraq.restartServer', 'warraq.openWalkthrough', 'warraq.openSample', 'warraq.openSettings',
] as const;

export type CommandId = (typeof commandIds)[number];

/** Commands of the manifest that `client/preview` registers itself. */
export const previewCommandIds = ['warraq.showPreview', 'warraq.showPreviewToSide', 'warraq.togglePreviewLock', 'warraq.togglePreviewXray', 'warraq.savePreviewAsHtml'] as const;

/** Commands of the manifest that `client/batch` registers itself. */
export const batchCommandIds = ['warraq.fixWorkspace', 'warraq.fixBatch', 'warraq.undoFixWorkspace'] as const;

/** Commands of the manifest that `client/problems` registers itself. */
export const problemCommandIds = [
	'warraq.showProblems', 'warraq.checkWorkspace', 'warraq.showOpenDumpsOnly', 'warraq.groupProblems', 'warraq.filterProblems', 'warraq.filterProblemsBySeverity',
	'warraq.clearProblemFilter', 'warraq.fixProblems', 'warraq.moreProblems',
] as const;

/** All of them. */
export const allCommandIds: readonly string[] = [...commandIds, ...previewCommandIds, ...problemCommandIds, ...batchCommandIds];
