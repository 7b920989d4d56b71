import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import type {Keys} from './upstream.ts';

/** How long what was read from the file is good, in milliseconds. */
const FRESH = 1000;

/**
 * The keys in a file, one to a line, the preferred one first. The file is looked at again every second in which a key
 * is needed, so that a new key holds without a restart, however it came there (secrets are often swapped by a link).
 * While it cannot be read, or is empty, the keys read last hold.
 *
 * @throws The file system's error where the file cannot be read at the start.
 */
export function keyFile(path: string): Keys {
  let keys = keysIn(readFileSync(path, 'utf8'));
  let readAt = Date.now();
  return async () => {
    const now = Date.now();
    if (now - readAt < FRESH) return keys;
    readAt = now;
    try {
      const found = keysIn(await readFile(path, 'utf8'));
      if (found.length > 0) keys = found;
    } catch {
      return keys;
    }
    return keys;
  };
}

function keysIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((key) => /^[\x21-\x7e]+$/.test(key));
}
