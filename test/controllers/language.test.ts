import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {LanguageController} from '../../src/controllers/language.ts';
import '../support/host.ts';
import type {HostElement} from '../support/host.ts';

describe('an element that follows the page’s language', () => {
  const page = document.documentElement.lang;

  afterEach(() => (document.documentElement.lang = page));

  /** How often the host was updated by what was done. */
  async function updatesBy(host: HostElement, act: () => void): Promise<number> {
    await host.updateComplete;
    const before = host.updates;
    act();
    await nextFrame();
    return host.updates - before;
  }

  async function following(root: Element): Promise<HostElement> {
    const host = root.querySelector('test-host') ?? root.appendChild(document.createElement('test-host'));
    new LanguageController(host);
    await host.updateComplete;
    return host;
  }

  it('is rendered again when its own language changes', async () => {
    const host = await following(await fixture(html`<div><test-host lang="en"></test-host></div>`));

    expect(await updatesBy(host, () => (host.lang = 'th'))).to.equal(1);
    expect(await updatesBy(host, () => host.removeAttribute('lang'))).to.equal(1);
  });

  it('is rendered again when that of an ancestor or of the page changes', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <p><test-host></test-host></p>
      </div>`,
    );
    const host = await following(root);

    expect(await updatesBy(host, () => (root.lang = 'th'))).to.equal(1);
    expect(await updatesBy(host, () => (document.documentElement.lang = 'de'))).to.equal(1);
  });

  it('is rendered again when it changes around any of the shadow roots that it is in', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const middle = document.createElement('section');
    outer.attachShadow({mode: 'open'}).append(middle);
    const inner = document.createElement('p');
    middle.attachShadow({mode: 'closed'}).append(inner);
    const host = await following(inner);

    for (const element of [inner, middle, outer, document.documentElement]) {
      expect(await updatesBy(host, () => (element.lang = 'th'))).to.equal(1);
    }
  });

  it('is not rendered again for anything else that changes', async () => {
    const root = await fixture<HTMLElement>(html`<div><test-host></test-host></div>`);
    const host = await following(root);

    expect(await updatesBy(host, () => (root.title = 'th'))).to.equal(0);
  });

  it('hears of nothing while it is not on the page, and of everything where it comes back', async () => {
    const [here, there] = (
      await fixture<HTMLElement>(
        html`<div>
          <p><test-host></test-host></p>
          <p></p>
        </div>`,
      )
    ).children;
    const host = await following(here!);
    host.remove();

    expect(await updatesBy(host, () => here!.setAttribute('lang', 'th'))).to.equal(0);

    const shadow = there!.attachShadow({mode: 'open'});
    expect(await updatesBy(host, () => shadow.append(host))).to.equal(1);
    expect(await updatesBy(host, () => there!.setAttribute('lang', 'th'))).to.equal(1);
  });
});
