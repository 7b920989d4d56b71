import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, gzip} from 'node:zlib';

/** A file of the widget, ready to be sent in each coding. */
export interface WidgetFile {
  readonly type: string;
  /** Its bytes by content coding; `identity` is always there. */
  readonly codings: Readonly<Record<'identity' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>>;
  /** Whether its name changes with its content. */
  readonly isImmutable: boolean;
}

/** Finds a file by its path below `/widget/`; `undefined` for anything that is not one of the widget's own. */
export type FindFile = (name: string) => Promise<WidgetFile | undefined>;

/** What of the build belongs to pages. The rest of the folder is the package for bundlers and stays unserved. */
const SERVED = /^(?:rai-store(?:\.single)?\.js|chunks\/[\w-][\w.-]*\.(?:js|css|woff2|svg))(?:\.map)?$/;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Serves the widget's files out of a build's folder. Each is read and compressed once, and again when it changes.
 * Names are looked up in the folder's own listing, so that no path is ever made of what a request says.
 */
export function filesIn(folder: string): FindFile {
  const kept = new Map<string, {readonly changed: number; readonly file: Promise<WidgetFile>}>();
  return async (name) => {
    if (!SERVED.test(name) || !(await listing(folder)).includes(name)) return undefined;
    const full = path.join(folder, ...name.split('/'));
    const {mtimeMs: changed} = await stat(full);
    let entry = kept.get(name);
    if (entry?.changed !== changed) {
      entry = {changed, file: load(full, name)};
      entry.file.catch(() => kept.delete(name));
      kept.set(name, entry);
    }
    return entry.file;
  };
}

async function listing(folder: string): Promise<string[]> {
  const [top, chunks] = await Promise.all([folder, path.join(folder, 'chunks')].map(namesIn));
  return [...top!, ...chunks!.map((name) => `chunks/${name}`)];
}

/** The names in a folder; none where there is no folder, as before the first build. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function load(full: string, name: string): Promise<WidgetFile> {
  const bytes = await readFile(full);
  const [br, gz] = await Promise.all([brotli(bytes), gzipped(bytes)]);
  return {
    type: TYPES[path.extname(name)]!,
    codings: {identity: new Uint8Array(bytes), br: new Uint8Array(br), gzip: new Uint8Array(gz)},
    isImmutable: name.startsWith('chunks/'),
  };
}
