import type {Parameters} from 'fast-check';

/** Whether this is the long run; written into the file when it is served. */
declare const LONG_RUN: boolean;

/** So many of something: the one number in the long run, the other every day. */
export const times = (long: number, sample: number): number => (LONG_RUN ? long : sample);

/**
 * How a property is run: the same cases every day, others each time in the long run. A failure prints its seed, which in the
 * place of this one brings it back.
 */
export const runs = (long: number, sample: number): Pick<Parameters<unknown>, 'numRuns' | 'seed'> => ({
  numRuns: times(long, sample),
  seed: LONG_RUN ? Date.now() : 0xca7a10,
});
