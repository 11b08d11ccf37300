// What the tests of laws import as 'fast-check' (vitest.config.ts): the library, with one seed for a whole run.
// JALON_LAW_SEED=n tries other cases; a failure prints its seed and path either way.
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const SEED = 20_261_129;

fc.configureGlobal({ seed: Number(process.env.JALON_LAW_SEED ?? SEED) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
