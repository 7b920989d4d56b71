import {readFile} from 'node:fs/promises';
import {Hono} from 'hono';
import {html} from 'hono/html';
import {frame, type Html} from '../frame.ts';
import {hostPage} from './host-page.ts';
import {LIBRARIES} from './libraries.ts';
import {hostCalled, HOSTS} from './table.ts';
import {TORTURE} from './torture.ts';

/**
 * The pages of the hosts, below `/hosts/`: an index, a page each, the stylesheet, and the libraries that they bring.
 *
 * @param gateway - Gives the real gateway's origin.
 */
export function hostRoutes(gateway: () => string): Hono {
  const app = new Hono();
  app.get('/hosts', (c) => c.redirect('/hosts/'));
  app.get('/hosts/', (c) => c.html(indexPage()));
  app.get('/hosts/torture.css', (c) => c.body(TORTURE, 200, {'Content-Type': 'text/css; charset=utf-8'}));
  app.get('/hosts/libraries/:file{[a-z-]+\\.js}', async (c) => {
    const path = LIBRARIES[c.req.param('file').slice(0, -3)];
    if (!path) return c.notFound();
    return c.body(await readFile(path, 'utf8'), 200, {'Content-Type': 'text/javascript; charset=utf-8'});
  });
  app.get('/hosts/:host', (c) => {
    const host = hostCalled(c.req.param('host'));
    if (!host) return c.notFound();
    const type = host.type ?? 'text/html; charset=utf-8';
    return c.body(hostPage(host, {gateway: gateway()}), 200, {'Content-Type': type, ...host.headers});
  });
  return app;
}

const ABOUT =
  'Pages that make it hard for a store to be itself. The store on each is the same as on the first.';

const indexPage = (): Html =>
  frame(
    {title: 'Hostile hosts', about: ABOUT},
    html`<main>
      <header>
        <p class="mark"><a href="/">rai-store</a></p>
        <h1>Hostile hosts</h1>
        <p class="lead">${ABOUT}</p>
      </header>
      <section class="group">
        <ul class="states">
          ${HOSTS.map(
            ({name, title, see}) =>
              html`<li>
                <h3><a href="/hosts/${name}">${title}</a></h3>
                <p>${see}</p>
              </li>`,
          )}
        </ul>
      </section>
    </main>`,
  );
