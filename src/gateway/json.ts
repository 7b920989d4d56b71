import {Fault} from './errors.ts';
import {without} from './secret.ts';

/** The longest answer that is read, after decompression. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The deepest nesting that is read. */
export const MAX_DEPTH = 32;

/**
 * The JSON that a response carries, without the secret wherever it should stand in it, read no further than {@link MAX_BYTES} and {@link MAX_DEPTH} allow.
 *
 * @throws {Fault} 502 for anything longer or deeper, of another type, or that does not parse.
 */
export async function boundedJson(response: Response, secret: string): Promise<unknown> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw unreadable('it is not JSON');
  }
  const text = await boundedText(response);
  if (isDeeper(text, MAX_DEPTH)) throw unreadable('it is nested too deeply');
  try {
    return JSON.parse(without(text, [secret], '')) as unknown;
  } catch {
    throw unreadable('it does not parse');
  }
}

async function boundedText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw unreadable('it is too long');
    }
    text += decoder.decode(value, {stream: true});
  }
}

/** Whether brackets outside of strings open more than `most` times without closing. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92 /* \ */) at++;
      else if (code === 34 /* " */) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 /* { */ || code === 91 /* [ */) {
      if (++depth > most) return true;
    } else if (code === 125 /* } */ || code === 93 /* ] */) depth--;
  }
  return false;
}

const unreadable = (why: string) =>
  new Fault(502, 'The store sent an answer that cannot be read.', {
    cause: new Error(`upstream answer: ${why}`),
  });
