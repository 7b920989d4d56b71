import {createHash} from 'node:crypto';
import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {compressors} from './node-compress.ts';
import {isHashed, isServed, typeOf} from './served.ts';

/** A file of the widget, ready to be sent in each coding. */
export interface WidgetFile {
  readonly type: string;
  /** Its bytes by content coding. */
  readonly codings: Readonly<Record<'identity' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>>;
  /** As a page writes it to be sure of the file (Subresource Integrity). */
  readonly integrity: string;
  /** Whether its name changes with its content. */
  readonly isHashed: boolean;
}

/** The widget's files in one folder. */
export interface Folder {
  /** The file of that name; `undefined` for anything that is not one of the widget's own. */
  find(name: string): Promise<WidgetFile | undefined>;
  /** The integrity of every script and style sheet, by its name. */
  integrity(): Promise<Readonly<Record<string, string>>>;
}

/**
 * Serves the widget's files out of a build's folder. Each is read, hashed and compressed once, and again when it
 * changes. Names are looked up in the folder's own listing: no path is ever made of what a request says.
 */
export function filesIn(folder: string): Folder {
  const kept = new Map<string, {readonly changed: number; readonly file: Promise<WidgetFile>}>();
  const find = async (name: string) => {
    if (!isServed(name) || !(await listing(folder)).includes(name)) return undefined;
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
  return {
    find,
    integrity: async () => {
      const names = (await listing(folder)).filter((name) => isServed(name) && /\.(?:js|css)$/.test(name));
      const found = await Promise.all(
        names.sort().map(async (name) => [name, (await find(name))?.integrity ?? '']),
      );
      return Object.fromEntries(found) as Record<string, string>;
    },
  };
}

async function listing(folder: string): Promise<string[]> {
  const folders = ['', 'chunks/', 'presets/'];
  const names = await Promise.all(folders.map((inside) => namesIn(path.join(folder, inside))));
  return folders.flatMap((inside, index) => names[index]!.map((name) => `${inside}${name}`));
}

/** The names in a folder; none where there is no folder, as before the first build. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function load(full: string, name: string): Promise<WidgetFile> {
  const bytes = new Uint8Array(await readFile(full));
  const {br, gzip} = compressors('once');
  const codings = {identity: bytes, br: await br(bytes), gzip: await gzip(bytes)};
  return {
    type: typeOf(name),
    codings,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    isHashed: isHashed(name),
  };
}
