import {firstModulesIn, headersOf, isHashed, isServed, MANIFEST, typeOf} from './served.ts';

/** The files of a deployment on an edge platform, as Workers bind them; they are those of the widget's build. */
export interface Assets {
  fetch(request: Request): Promise<Response>;
}

/** Only its path counts. */
const HERE = 'https://assets.invalid/';

/**
 * The answer to a request for a file of the widget's newest build, below `/widget/` or `/widget/v1/`; `undefined` for anything else.
 * Whoever wants addresses that never change takes them from the gateway on Node, or from where they keep releases.
 */
export async function edgeWidget(request: Request, assets: Assets): Promise<Response | undefined> {
  const name = /^\/widget\/(?:v1\/)?(.+)$/.exec(new URL(request.url).pathname)?.[1] ?? '';
  if (request.method !== 'GET' || !(isServed(name) || name === 'integrity.json')) return undefined;
  const tag = request.headers.get('if-none-match');
  const found = await assets.fetch(
    new Request(HERE + name, {headers: tag === null ? {} : {'If-None-Match': tag}}),
  );
  if (!found.ok && found.status !== 304) return undefined;
  const etag = found.headers.get('etag');
  return new Response(found.body, {
    status: found.status,
    headers: {
      ...headersOf(isHashed(name)),
      'Content-Type': typeOf(name) || 'application/json',
      ...(etag !== null && {ETag: etag}),
    },
  });
}

/** The files that the channel page has to ask for at once, if the deployment holds the build's manifest. */
export async function edgeModules(assets: Assets): Promise<readonly string[]> {
  const found = await assets.fetch(new Request(HERE + MANIFEST));
  return found.ok ? firstModulesIn(await found.text()) : [];
}
