import {readdir, readFile} from 'node:fs/promises';
import {basename, join, relative} from 'node:path';
import postcss from 'postcss';
import type {Manifest} from './manifest.ts';
import type {Values} from './value.ts';

/** What the build of the widget says of itself. */
export interface Built {
  readonly version: string;
  readonly manifest: Manifest;
  readonly presets: readonly Preset[];
  /** What `integrity` says of each file that a page loads, by its name. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** A look that somebody has made, as the tokens that it sets. */
export interface Preset {
  readonly name: string;
  readonly tokens: Values;
}

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');

/**
 * Reads what the build left in `dist/`.
 *
 * @throws {BuildFault} Where it is not built, with the name of the file that is missing.
 */
export async function readBuilt(): Promise<Built> {
  const [{version}, manifest, hashes, presets] = await Promise.all([
    readJson(join(ROOT, 'package.json')) as Promise<{version: string}>,
    readJson(join(DIST, 'custom-elements.json')) as Promise<Manifest>,
    readJson(join(DIST, 'integrity.json')) as Promise<Record<string, string>>,
    readPresets(join(DIST, 'presets')),
  ]);
  return {version, manifest, hashes, presets};
}

/** The widget has not been built, or not by this version. */
export class BuildFault extends Error {
  override readonly name = 'BuildFault';
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new BuildFault(`${relative(ROOT, file)} cannot be read: npm run build makes it.`, {cause});
  }
}

/** The presets in a folder, one a file; none where there is no such folder. */
async function readPresets(folder: string): Promise<readonly Preset[]> {
  const files = await readdir(folder).catch(() => []);
  const sheets = files.filter((file) => file.endsWith('.css')).sort();
  return Promise.all(
    sheets.map(async (file) => ({
      name: basename(file, '.css'),
      tokens: tokensIn(await readFile(join(folder, file), 'utf8')),
    })),
  );
}

/** The tokens that a stylesheet sets. */
export function tokensIn(css: string): Values {
  const found: Record<string, string> = {};
  postcss.parse(css).walkDecls(/^--rai-/, ({prop, value}) => {
    found[prop] = value.replace(/\s+/g, ' ').trim();
  });
  return found;
}
