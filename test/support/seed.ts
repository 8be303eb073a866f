import fc from 'fast-check';

/**
 * Properties draw the same inputs in every run of the suites, so that a red test tells of the change it came with.
 * `SEED=random RUNS=20000 npm run test:unit -- -g LAW` looks for rarer cases; the seed of a failure is printed.
 */
const seed = process.env['SEED'] ?? '20261127';
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) });
