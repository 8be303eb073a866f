import * as z from 'zod/mini';
import { configSchema, descriptions } from './config-schema.ts';

/**
 * The JSON Schema (draft 7, which VS Code completes best from) of the configuration file, with every rule, its options
 * and their descriptions.
 */
export function jsonSchema(): Record<string, unknown> {
	const { $schema, ...rest } = z.toJSONSchema(configSchema(), { target: 'draft-7', io: 'input', metadata: descriptions });
	return { $schema, title: 'Warraq configuration', allowComments: true, allowTrailingCommas: true, ...rest };
}
