import type {Coding, Compressors} from './coding.ts';

/** Shorter bodies are not worth compressing. */
const WORTH_COMPRESSING = 1024;

const encoder = new TextEncoder();

/** A body that is ready to be sent, and that has a name of its own. */
export interface Sealed {
  readonly text: string;
  /** The text in UTF-8, so that it is encoded once and not for every answer. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The opaque part of a strong entity tag: a hash of the body. */
  readonly tag: string;
  /** The body in other codings, made when first asked for. */
  readonly coded: Map<Coding, Promise<Uint8Array<ArrayBuffer>>>;
}

/** Makes a body out of text. */
export async function sealed(text: string): Promise<Sealed> {
  const body = encoder.encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const tag = btoa(String.fromCharCode(...hash.subarray(0, 18)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  return {text, body, tag, coded: new Map()};
}

/**
 * The body in the coding that a client would like best, or `undefined` where it is sent as it is. Compressed once,
 * however often it is asked for.
 */
export function compressed(
  {body, coded}: Sealed,
  coding: Coding | undefined,
  compressors: Compressors | undefined,
): {readonly coding: Coding; readonly body: Promise<Uint8Array<ArrayBuffer>>} | undefined {
  if (!coding || !compressors || body.byteLength < WORTH_COMPRESSING) return undefined;
  let made = coded.get(coding);
  if (!made) {
    made = compressors[coding](body);
    coded.set(coding, made);
  }
  return {coding, body: made};
}
