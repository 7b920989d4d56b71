import {expect} from '@open-wc/testing';
import {FrameLink, HostLink, type Heard} from '../../src/channel/links.ts';
import type {FrameMessage, HostMessage} from '../../src/channel/protocol.ts';
import {READY} from '../../src/channel/vendor.ts';
import {times} from '../support/runs.ts';
import {until} from '../support/until.ts';

/** A host's end before a frame that answers `seen` with a height of the same number. */
interface Pair {
  readonly link: HostLink;
  readonly heard: readonly FrameMessage[];
  /** How often the host has offered a line. */
  offers(): number;
  /** Has the host hear a window's message. */
  forge(message: Partial<Heard>): void;
  /** What a window's message of the frame's would be like. */
  readonly from: Pick<Heard, 'origin' | 'source'>;
  close(): void;
}

const ORIGIN = 'https://gateway.example';
const SHOP = 'https://shop.example';

/** Both ends without any window. */
async function fakes(): Promise<Pair> {
  const [host, frame] = [{}, {}];
  const heard: FrameMessage[] = [];
  let offers = 0;
  const frameLink = new FrameLink({
    source: host,
    isAllowed: (origin) => origin === SHOP,
    hear: (message: HostMessage) => {
      if (message.type === 'seen') frameLink.say({type: 'height', height: message.height});
    },
  });
  const link = new HostLink({
    source: () => frame,
    origin: ORIGIN,
    post: (data, _, port) => {
      offers += 1;
      frameLink.heard({data, origin: SHOP, source: host, ports: [port]});
    },
    hear: (message) => heard.push(message),
  });
  const forge = (message: Partial<Heard>) =>
    link.heard({data: {type: READY}, origin: ORIGIN, source: frame, ports: [], ...message});
  forge({});
  return {
    link,
    heard,
    offers: () => offers,
    forge,
    from: {origin: ORIGIN, source: frame},
    close: () => link.close(),
  };
}

/** The same over a frame of the page's. */
async function realFrame(isReloaded: boolean): Promise<Pair> {
  const frame = document.createElement('iframe');
  frame.src = new URL('support/answering.html', import.meta.url).href;
  const heard: FrameMessage[] = [];
  let offers = 0;
  const link = new HostLink({
    source: () => frame.contentWindow,
    origin: location.origin,
    post: (data, origin, port) => {
      offers += 1;
      frame.contentWindow!.postMessage(data, origin, [port]);
    },
    hear: (message) => heard.push(message),
  });
  const listen = (event: MessageEvent) => link.heard(event);
  addEventListener('message', listen);
  frame.addEventListener('load', () => link.offer());
  document.body.append(frame);
  await until('the frame', () => heard.length > 0);
  if (isReloaded) {
    heard.length = 0;
    frame.contentWindow!.location.reload();
    await until('the reloaded frame', () => heard.length > 0);
  }
  const forge = (message: Partial<Heard>) =>
    link.heard({
      data: {type: READY},
      origin: location.origin,
      source: frame.contentWindow,
      ports: [],
      ...message,
    });
  const close = () => {
    removeEventListener('message', listen);
    link.close();
    frame.remove();
  };
  return {
    link,
    heard,
    offers: () => offers,
    forge,
    from: {origin: location.origin, source: frame.contentWindow},
    close,
  };
}

const LOOK_ALIKES = [
  'null',
  '',
  'http://gateway.example',
  'https://gateway.example:8443',
  'https://gateway.example.evil.example',
  'https://evil-gateway.example',
  'https://GATEWAY.example',
  'https://gateway.example/',
  'https://gаteway.example',
  'https://xn--gteway-4fg.example',
];

for (const [name, open] of [
  ['without any window', fakes],
  ['over a frame', () => realFrame(false)],
  ['over a frame that was reloaded', () => realFrame(true)],
] as const) {
  describe(`the line ${name}`, () => {
    let pair: Pair;

    beforeEach(async () => {
      pair = await open();
      await until('the welcome', () => pair.heard.length > 0);
    });
    afterEach(() => pair.close());

    it('begins with one welcome, however often it is offered', async () => {
      for (let again = 0; again < 5; again += 1) pair.link.offer();
      pair.link.say({type: 'seen', top: 0, height: 7});
      await until('the answer', () => pair.heard.at(-1)?.type === 'height');

      expect(pair.heard).to.deep.equal([{type: 'welcome'}, {type: 'height', height: 7}]);
    });

    it('F3: hears nothing of a window’s but that it is ready', async () => {
      for (const data of [{type: 'height', height: 9}, {type: 'welcome'}, {type: 'redeem'}, null, 'ready'])
        pair.forge({data});
      pair.link.say({type: 'seen', top: 0, height: 8});
      await until('the answer', () => pair.heard.length > 1);

      expect(pair.heard).to.deep.equal([{type: 'welcome'}, {type: 'height', height: 8}]);
    });

    it('F1: is changed by no message of another origin or window', async () => {
      const {origin, source} = pair.from;
      const strangers = [
        ...LOOK_ALIKES.map((origin) => ({origin, source})),
        {origin, source: window},
        {origin, source: {}},
      ];
      const before = pair.offers();
      for (let message = 0; message < times(10_000, 1_000); message += 1)
        pair.forge({...strangers[message % strangers.length]!, data: {type: READY}});
      expect(pair.offers()).to.equal(before);
      pair.link.say({type: 'seen', top: 0, height: 6});
      await until('the answer', () => pair.heard.length > 1);

      expect(pair.heard).to.deep.equal([{type: 'welcome'}, {type: 'height', height: 6}]);
    });

    it('is silent once it is closed', async () => {
      pair.link.say({type: 'seen', top: 0, height: 5});
      pair.close();
      for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);

      expect(pair.heard).to.deep.equal([{type: 'welcome'}]);
    });
  });
}

describe('the frame’s end', () => {
  const offers = (changes: Partial<Heard>) => {
    const source = {};
    const link = new FrameLink({source, isAllowed: (origin) => origin === SHOP, hear: () => {}});
    const {port2} = new MessageChannel();
    const hello = {data: {channel: 'rai-store', version: 1}, origin: SHOP, source, ports: [port2]};
    return link.heard({...hello, ...changes});
  };

  it('takes an offer of the window around it, if its origin is allowed', () => {
    expect(offers({})).to.equal(true);
  });

  it('F1: takes none of another window or origin, none without a port, and no other version', () => {
    for (const origin of LOOK_ALIKES) expect(offers({origin})).to.equal(false, origin);
    expect(offers({source: {}})).to.equal(false);
    expect(offers({ports: []})).to.equal(false);
    expect(offers({data: {channel: 'rai-store', version: 2}})).to.equal(false);
  });
});

describe('F4: the host’s end', () => {
  it('takes at most 500 messages in a second, and goes on in the next', async () => {
    const heard: FrameMessage[] = [];
    let theirs!: MessagePort;
    const link = new HostLink({
      source: () => undefined,
      origin: ORIGIN,
      post: (_, __, port) => (theirs = port),
      hear: (message) => heard.push(message),
    });
    link.offer();
    theirs.postMessage({type: 'welcome'});
    await until('the welcome', () => heard.length);

    for (let sent = 0; sent < 10_000; sent += 1) theirs.postMessage({type: 'ready'});
    const ended = new Promise((resolve) => {
      const end = new MessageChannel();
      end.port1.onmessage = resolve;
      setTimeout(() => end.port2.postMessage(''), 1_100);
    });
    await ended;
    const taken = heard.length;
    theirs.postMessage({type: 'height', height: 3});
    await until('what comes later', () => heard.at(-1)?.type === 'height');

    expect(taken).to.be.lessThan(1_600);
    link.close();
  });
});
