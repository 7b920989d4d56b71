import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import type {Compressors} from './coding.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Compresses off the main thread.
 *
 * @param how - `often` for answers that change by the minute, `once` for files, with all the effort there is.
 */
export function compressors(how: 'often' | 'once'): Compressors {
  const quality = how === 'once' ? constants.BROTLI_MAX_QUALITY : 5;
  const level = how === 'once' ? 9 : 6;
  return {
    br: async (bytes) =>
      new Uint8Array(await brotli(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}})),
    gzip: async (bytes) => new Uint8Array(await gzipped(bytes, {level})),
  };
}
