import {expect} from '@open-wc/testing';
import {until} from '../support/until.ts';

interface Inside {
  readonly frame: HTMLIFrameElement;
  readonly body: HTMLElement;
  readonly told: number[];
  readonly givenUp: () => number;
}

const frames: HTMLIFrameElement[] = [];

const CONTROLLED = `import {HeightController} from '${new URL('../../src/channel/height.ts', import.meta.url).href}';
  window.begin = (tell, giveUp) => new HeightController(document.body, tell, giveUp).start();`;

/** Tells every height that there is, as a control. */
const NAIVE = `window.begin = (tell) =>
  new ResizeObserver(() => tell(document.body.getBoundingClientRect().height)).observe(document.body);`;

/** A frame whose host gives it every height that it tells. */
async function open(html: string, code = CONTROLLED): Promise<Inside> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 400px; height: 150px; border: 0';
  frame.srcdoc = '<!doctype html><title>Content</title>';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  frames.push(frame);
  const inner = frame.contentWindow as Window & typeof globalThis & {begin?: (...given: unknown[]) => void};
  const told: number[] = [];
  let givenUp = 0;
  const {body} = inner.document;
  body.style.margin = '0';
  body.append(inner.document.createRange().createContextualFragment(html));
  const script = inner.document.createElement('script');
  script.type = 'module';
  script.textContent = code;
  inner.document.head.append(script);
  const begin = await until('the script', () => inner.begin);
  begin(
    (height: number) => {
      told.push(height);
      frame.style.height = `${height}px`;
    },
    () => (givenUp += 1),
  );
  await until('a height', () => told.length);
  await still();
  return {frame, body, told, givenUp: () => givenUp};
}

/** Waits for as many frames as anything here would take to come to rest. */
async function still() {
  for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
}

describe('F5: the height of a frame', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  it('is told once where the content has one', async () => {
    const {told, frame} = await open('<div style="height: 733.4px"></div>');

    expect(told).to.deep.equal([734]);
    expect(frame.clientHeight).to.equal(734);
  });

  for (const [name, html] of [
    ['as high as its window', '<div style="height: 100vh"></div>'],
    [
      'higher than its window by a margin',
      '<div style="height: 100vh"></div><div style="height: 50px"></div>',
    ],
    ['twice as high as its window', '<div style="height: 200vh"></div>'],
    ['a part of its window', '<div style="height: 300px; padding-bottom: 50vh"></div>'],
  ] as const) {
    it(`comes to rest in three messages for content that is ${name}`, async () => {
      const {told} = await open(html);
      const settled = [...told];
      await still();

      expect(told.length).to.be.lessThan(4);
      expect(told).to.deep.equal(settled);
    });
  }

  it('would not come to rest by itself: whoever tells every height goes on', async () => {
    const {told} = await open('<div style="height: 110vh"></div>', NAIVE);
    const begun = told.length;
    await still();

    expect(told.length).to.be.greaterThan(Math.max(4, begun));
  });

  it('follows a picture whose size nobody knew before it came', async () => {
    const {told, body} = await open('<div style="height: 100px"></div>');
    const picture = body.ownerDocument.createElement('img');
    picture.style.display = 'block';
    picture.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="250"/>')}`;
    body.append(picture);
    await until('the picture', () => told.at(-1) === 350);
    await still();

    expect(told).to.deep.equal([100, 350]);
  });

  it('comes to rest where a query of the window’s height makes it go to and fro, and says that it has to scroll', async () => {
    const {told, givenUp} = await open(
      '<style>div{height:900px}@media (min-height:600px){div{height:300px}}</style><div></div>',
    );
    const settled = [...told];
    await still();

    expect(told.length).to.be.lessThan(4);
    expect(told).to.deep.equal(settled);
    expect(givenUp()).to.be.greaterThan(0);
  });

  it('follows content that comes late, and that goes again', async () => {
    const {told, body, frame} = await open('<div style="height: 400px"></div>');
    const late = body.ownerDocument.createElement('div');
    late.style.height = '300px';
    body.append(late);
    await until('the new height', () => told.at(-1) === 700);
    late.remove();
    await until('the old height', () => told.at(-1) === 400);
    await still();

    expect(told).to.deep.equal([400, 700, 400]);
    expect(frame.clientHeight).to.equal(400);
  });

  it('follows a width that changes', async () => {
    const {told, frame} = await open(
      '<p style="margin:0;font:20px/24px monospace">' + 'word '.repeat(100) + '</p>',
    );
    const wide = told.at(-1)!;
    frame.style.width = '200px';
    await until('a new height', () => told.length > 1);
    await still();

    expect(told.at(-1)).to.be.greaterThan(wide * 1.5);
    expect(told.length).to.be.lessThan(5);
  });

  it('is told at most once a frame, whatever happens in it', async () => {
    const {told, body} = await open('<div style="height: 100px"></div>');
    const content = body.firstElementChild as HTMLElement;
    for (let step = 0; step < 500; step += 1) content.style.height = `${200 + step}px`;
    await until('the last height', () => told.at(-1) === 699);

    expect(told).to.deep.equal([100, 699]);
  });

  it('is not told while the frame is not shown', async () => {
    const {told, frame} = await open('<div style="height: 100px"></div>');
    frame.style.display = 'none';
    await still();
    frame.style.display = '';
    await still();

    expect(told).to.deep.equal([100]);
  });
});
