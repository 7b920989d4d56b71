import type {Coding, Compressors} from './coding.ts';

/** Shorter bodies are not worth compressing. */
const WORTH_COMPRESSING = 1024;

const encoder = new TextEncoder();

/** A body that is ready to be sent, and that has a name of its own. */
export interface Sealed {
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
  return {body, tag, coded: new Map()};
}

/** The body in a coding; compressed once, however often it is asked for. */
export function bodyIn(
  {body, coded}: Sealed,
  coding: Coding | undefined,
  compressors: Compressors | undefined,
): {readonly coding?: Coding; readonly bytes: Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>} {
  if (!coding || !compressors || body.byteLength < WORTH_COMPRESSING) return {bytes: body};
  let bytes = coded.get(coding);
  if (!bytes) {
    bytes = compressors[coding](body);
    coded.set(coding, bytes);
  }
  return {coding, bytes};
}
