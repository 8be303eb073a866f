import * as z from 'zod/mini';
import { configSchema, descriptions } from './config-schema.ts';

/**
 * The JSON Schema (draft 7, which VS Code completes best from) of the configuration file, with every rule, its options
 * and their descriptions.
 */
export function jsonSchema(): Record<string, unknown> {
	const { $schema, ...rest } = z.toJSONSchema(configSchema(), {
		target: 'draft-7', io: 'input', metadata: descriptions,
		// The rules of an override are those of the whole: said once.
		override({ jsonSchema, path }) { if (path.join('/') === OVERRIDE_RULES) { Object.assign(clear(jsonSchema), { $ref: '#/properties/rules' }); } },
	});
	return { $schema, title: 'Warraq configuration', allowComments: true, allowTrailingCommas: true, ...rest };
}

const OVERRIDE_RULES = 'properties/overrides/items/properties/rules';

function clear(value: object): object {
	for (const key of Object.keys(value)) { Reflect.deleteProperty(value, key); }
	return value;
}
