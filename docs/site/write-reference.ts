/** Writes docs/reference/ from the elements' manifest: `npm run reference`, which makes the manifest first. */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../scripts/install.mjs';
import type {Manifest} from './manifest.ts';
import {referencePages} from './reference.ts';

const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Manifest;
const folder = join(ROOT, 'docs/reference');

// What is no longer made must not stay.
rmSync(folder, {recursive: true, force: true});
mkdirSync(folder);
for (const {path, markdown} of referencePages(manifest))
  writeFileSync(join(ROOT, 'docs', `${path}.md`), markdown);
