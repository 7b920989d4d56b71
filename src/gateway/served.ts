/** What of the build belongs to pages. The rest of the folder is the package for bundlers and stays unserved. */
const SERVED =
  /^(?:(?:embed|channel(?:-host)?|rai-store(?:\.single)?)\.js|chunks\/[\w-][\w.-]*\.(?:js|css|woff2|svg)|presets\/[\w-]+\.css)(?:\.map)?$/;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What stands under a version never changes; an alias is looked at again after five minutes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

/** Whether a file of the build, by its name there, is one of the widget's own. */
export const isServed = (name: string): boolean => SERVED.test(name);

/** The media type of such a file. */
export const typeOf = (name: string): string => TYPES[/\.\w+$/.exec(name)?.[0] ?? ''] ?? '';

/** Whether such a file's name changes with its content. */
export const isHashed = (name: string): boolean => name.startsWith('chunks/');

/** The headers that every file of the widget is sent with: any page may load it, also one that is isolated (COEP). */
export function headersOf(isImmutable: boolean): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': isImmutable ? IMMUTABLE : SHORT,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Where the build says which files it has made, below its folder. */
export const MANIFEST = '.vite/manifest.json';

/**
 * The files that a store needs before its first card and that its boot script would ask for only then, as the build's manifest names
 * them; none where it cannot be read.
 */
export function firstModulesIn(manifest: string): readonly string[] {
  try {
    const entries = JSON.parse(manifest) as Readonly<Record<string, {readonly file?: unknown}>>;
    const file = entries['src/embed/show.ts']?.file;
    return typeof file === 'string' ? [file] : [];
  } catch {
    return [];
  }
}
