/** Draws every picture of the catalogue into pictures/, and removes those that are drawn no more. */
import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pictures} from './pictures.ts';

const folder = path.join(import.meta.dirname, 'pictures');
const drawn = pictures();

await mkdir(folder, {recursive: true});
const stale = (await readdir(folder)).filter((name) => !drawn.has(name));
await Promise.all([
  ...stale.map((name) => rm(path.join(folder, name))),
  ...[...drawn].map(([name, svg]) => writeFile(path.join(folder, name), svg)),
]);
console.log(`${drawn.size} pictures in ${path.relative(process.cwd(), folder)}, ${stale.length} removed`);
