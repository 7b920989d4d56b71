import {Hono} from 'hono';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {codingFor} from './coding.ts';
import {filesIn, namesIn, type Folder, type WidgetFile} from './files.ts';
import {firstModulesIn, headersOf, MANIFEST} from './served.ts';

/** Where the widget's files are. */
export interface WidgetOptions {
  /** The folder of the build. Its version is that of the package.json beside it. */
  readonly widgetDir: string;
  /** A folder of earlier builds, each in a folder of its version's name. */
  readonly releasesDir?: string;
}

const VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * The widget's files: `/widget/<version>/…`, which never change, `/widget/v<major>/…` and `/widget/…`, which follow
 * the newest build, and an `integrity.json` beside each. Any page may load them, also one that is isolated (COEP),
 * since they are the same for everybody and hold no secret. A request for anything else is not answered.
 */
export function widgetRoutes(options: WidgetOptions): Hono {
  const current = filesIn(options.widgetDir);
  const folders = new Map<string, Folder>();
  const app = new Hono();
  app.get('/widget/*', async (c, next) => {
    const [, , ...rest] = new URL(c.req.url).pathname.split('/');
    const version = await versionOf(options.widgetDir);
    const first = rest[0] ?? '';
    const isVersion = VERSION.test(first);
    const isAlias = first === aliasOf(version);
    const name = (isVersion || isAlias ? rest.slice(1) : rest).join('/');
    const folder = isVersion && first !== version ? await release(first) : current;
    if (!folder) return next();
    if (name === 'integrity.json') return c.json(await folder.integrity(), 200, headersOf(isVersion));
    const file = await folder.find(name);
    return file ? sent(c.req.raw, file, isVersion, path.basename(name)) : next();
  });
  return app;

  async function release(version: string): Promise<Folder | undefined> {
    const {releasesDir} = options;
    if (releasesDir === undefined || !(await namesIn(releasesDir)).includes(version)) return undefined;
    const folder = folders.get(version) ?? filesIn(path.join(releasesDir, version));
    folders.set(version, folder);
    return folder;
  }
}

/** The files that the channel page has to ask for at once; none where there is no build yet. */
export async function firstModules(widgetDir: string): Promise<readonly string[]> {
  const manifest = await readFile(path.join(widgetDir, MANIFEST), 'utf8').catch(() => '');
  return firstModulesIn(manifest);
}

async function versionOf(widgetDir: string): Promise<string | undefined> {
  try {
    const {version} = JSON.parse(await readFile(path.join(widgetDir, '..', 'package.json'), 'utf8')) as {
      version?: string;
    };
    return version;
  } catch {
    return undefined;
  }
}

/** The versions before the first are forerunners of it. */
const aliasOf = (version = '0') => `v${Math.max(1, Number.parseInt(version, 10))}`;

function sent(request: Request, file: WidgetFile, isVersion: boolean, name: string): Response {
  const coding = codingFor(request.headers.get('accept-encoding'));
  const etag = `"${file.integrity.slice(7, 31)}${coding ? `.${coding}` : ''}"`;
  const headers: Record<string, string> = {
    ...headersOf(isVersion || file.isHashed),
    'Content-Type': file.type,
    ETag: etag,
    // Said here instead of in the file, where it would be among the first bytes of every page.
    ...(name.endsWith('.js') && {SourceMap: `${name}.map`}),
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers});
  return new Response(file.codings[coding ?? 'identity'], {
    headers: {...headers, ...(coding && {'Content-Encoding': coding})},
  });
}
