/**
 * What random programs and values are made from: the same on every run, so that a run that fails can be repeated, and another
 * one with `BCASM_SEED=N`.
 */
export const SEED = Number(process.env['BCASM_SEED'] ?? 1);
