import type { Codec } from '#core/mend/mender.ts';
import { decode } from './decode.ts';

/** UTF-8 by Node's own means. */
export const codec: Codec = { decode, encode: text => Buffer.from(text) };
