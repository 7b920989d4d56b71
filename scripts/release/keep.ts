import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';

/** What of a build belongs to pages, and so to a release; the rest of it is the package's. */
const FOR_PAGES = [
  /^(?:embed|channel|channel-host|rai-store|rai-store\.single)\.js(?:\.map)?$/,
  /^(?:chunks|presets|integrity\.json)$/,
];

/**
 * Keeps what a build made for pages as a version that never changes again, and returns its folder.
 *
 * @throws {Error} Where the build is incomplete, or another build has been kept as that version.
 */
export function keepRelease(built: string, releases: string, version: string): string {
  const names = existsSync(built)
    ? readdirSync(built).filter((name) => FOR_PAGES.some((pattern) => pattern.test(name)))
    : [];
  if (!names.includes('rai-store.js') || !names.includes('integrity.json'))
    throw new Error(`${built} holds no complete build: "npm run build" makes one.`);
  const folder = join(releases, version);
  const integrity = readFileSync(join(built, 'integrity.json'), 'utf8');
  if (existsSync(folder)) {
    if (readFileSync(join(folder, 'integrity.json'), 'utf8') === integrity) return folder;
    throw new Error(
      `${folder} holds another build, and what is out as ${version} does not change: release under a new version.`,
    );
  }
  // Under another name until it is whole, so that nobody is served half a release.
  const part = join(releases, `.${version}.part`);
  rmSync(part, {recursive: true, force: true});
  mkdirSync(part, {recursive: true});
  for (const name of names) cpSync(join(built, name), join(part, name), {recursive: true});
  renameSync(part, folder);
  return folder;
}
