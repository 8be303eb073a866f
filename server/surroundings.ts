import type { ClientProfile } from './client-profile.ts';
import type { Environment } from './environment.ts';
import type { Watch } from './guard.ts';
import type { Snapshot } from './snapshot.ts';

/** What a handler may use besides the snapshot and the parameters. */
export interface Surroundings {
	readonly client: ClientProfile;
	readonly environment: Environment;
	readonly watch: Watch;
	/** Open dumps, the one in question among them. */
	readonly all: () => readonly Snapshot[];
}
