import {expect} from '@open-wc/testing';

const MODULE = new URL('../../src/content/trusted-types.ts', import.meta.url).href;
const SANITISER = new URL('../../src/content/safe-html.ts', import.meta.url).href;

let copies = 0;

/** The policy that the module makes on a page which loads it now. */
async function policyNow(): Promise<unknown> {
  copies += 1;
  const module = (await import(`${MODULE}?copy=${copies}`)) as {policy: unknown};
  return module.policy;
}

describe('the Trusted Types policy', () => {
  const before = Object.getOwnPropertyDescriptor(window, 'trustedTypes')!;

  afterEach(() => Object.defineProperty(window, 'trustedTypes', before));

  const given = (trustedTypes: unknown) =>
    Object.defineProperty(window, 'trustedTypes', {value: trustedTypes, configurable: true});

  it('is made once, under the project’s own name', async () => {
    const names: string[] = [];
    given({createPolicy: (name: string) => (names.push(name), {name})});

    const policy = await policyNow();

    expect(names).to.deep.equal(['returningai-store']);
    expect(policy).to.deep.equal({name: 'returningai-store'});
  });

  it('is none, without an error, where the page refuses it', async () => {
    given({
      createPolicy: () => {
        throw new TypeError('Policy "returningai-store" disallowed.');
      },
    });

    expect(await policyNow()).to.equal(undefined);
  });

  it('is none where the browser knows nothing of it', async () => {
    given(undefined);

    expect(await policyNow()).to.equal(undefined);
  });
});

describe('merchant HTML on a page that enforces Trusted Types', () => {
  const HTML = '<p>Redeem <b>now</b></p><img src=x onerror=alert(1)>';

  /** What `safeHtml` makes of it there. */
  async function cleanedUnder(policies: string): Promise<string> {
    const frame = document.createElement('iframe');
    const answer = new Promise<string>((resolve) => {
      window.addEventListener('message', ({source, data}) => {
        if (source === frame.contentWindow) resolve(String(data));
      });
    });
    frame.srcdoc = `
      <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types ${policies}">
      <body><script type="module">
        const tell = (text) => parent.postMessage(text, '*');
        try {
          const {safeHtml} = await import('${SANITISER}');
          document.body.replaceChildren(safeHtml(${JSON.stringify(HTML)}));
          tell(document.body.innerHTML);
        } catch (error) {
          tell('failed: ' + error);
        }
      </script></body>`;
    document.body.append(frame);
    try {
      return await answer;
    } finally {
      frame.remove();
    }
  }

  it('is shown as HTML where the page allows the project’s policy and no other', async () => {
    expect(await cleanedUnder('returningai-store')).to.equal('<p>Redeem <b>now</b></p>');
  });

  it('is shown as its words where the page refuses the policy', async () => {
    expect(await cleanedUnder("'none'")).to.equal('Redeem now');
  });
});
