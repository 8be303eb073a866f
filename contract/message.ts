import type * as z from 'zod/mini';

/** Anything that turns what arrived into a value or says why it cannot. */
export type Shape = z.ZodMiniType;

/** Structural, because `AbortSignal` is no part of the language: a signal fits, and so does an LSP token behind two lines. */
export interface Cancel {
	readonly aborted: boolean;
}

/** A message that is answered. */
export interface Request<P extends Shape = Shape, R extends Shape = Shape> {
	readonly kind: 'request';
	readonly method: string;
	readonly params: P;
	readonly result: R;
}

/** A message that is not answered. */
export interface Notice<P extends Shape = Shape> {
	readonly kind: 'notice';
	readonly method: string;
	readonly params: P;
}

export const request = <P extends Shape, R extends Shape>(method: string, params: P, result: R): Request<P, R> => ({ kind: 'request', method, params, result });
export const notice = <P extends Shape>(method: string, params: P): Notice<P> => ({ kind: 'notice', method, params });

/** What one side of a boundary serves, by the names its code uses. */
export type Api = Readonly<Record<string, Request | Notice>>;

/** The functions that serve an {@link Api}; they get what validation has let through. */
export type Handlers<A extends Api> = {
	readonly [K in keyof A]: A[K] extends Request<infer P, infer R> ? (params: z.output<P>, cancel: Cancel) => z.input<R> | Promise<z.input<R>>
		: A[K] extends Notice<infer P> ? (params: z.output<P>) => void
		: never;
};

/** The functions that call an {@link Api} on the other side. */
export type Caller<A extends Api> = {
	readonly [K in keyof A]: A[K] extends Request<infer P, infer R> ? (params: z.input<P>) => Promise<z.output<R>>
		: A[K] extends Notice<infer P> ? (params: z.input<P>) => void
		: never;
};
