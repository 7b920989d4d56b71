import {expect} from '@open-wc/testing';
import {install, type Clock} from '@sinonjs/fake-timers';
import {FrameLink, HostLink, type Heard} from '../../src/channel/links.ts';
import {HELLO, type FrameMessage, type HostMessage} from '../../src/channel/protocol.ts';
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

/** A host's end whose offers the test takes itself. */
function aHost() {
  const heard: FrameMessage[] = [];
  const answers: ((message: HostMessage) => void)[] = [];
  const ports: MessagePort[] = [];
  const source = {};
  const link = new HostLink({
    source: () => source,
    origin: ORIGIN,
    post: (_, __, port) => ports.push(port),
    hear: (message, answer) => {
      heard.push(message);
      answers.push(answer);
    },
  });
  /** Has a page take a line, as the frame does when it holds a new one. */
  const come = async () => {
    const before = heard.length;
    link.offer();
    const port = ports.at(-1)!;
    port.postMessage({type: 'welcome'});
    await until('the welcome', () => heard.length > before);
    return port;
  };
  return {link, heard, answers, ports, source, come};
}

/** All that has come to a port by now. */
async function saidTo(port: MessagePort, link: HostLink): Promise<unknown[]> {
  const said: unknown[] = [];
  port.onmessage = ({data}) => said.push(data);
  link.say({type: 'seen', top: 0, height: 1});
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
  return said;
}

describe('F3: the host’s end, when another page has come into the frame', () => {
  it('hears the new page alone: the old line is closed', async () => {
    const {link, heard, come} = aHost();
    const old = await come();
    old.postMessage({type: 'height', height: 1});
    await until('the control', () => heard.length === 2);
    const current = await come();
    heard.length = 0;

    for (const message of [{type: 'height', height: 9}, {type: 'welcome'}, {type: 'bye'}])
      old.postMessage(message);
    current.postMessage({type: 'height', height: 2});
    await until('the new page', () => heard.length > 0);
    await saidTo(current, link);

    expect(heard).to.deep.equal([{type: 'height', height: 2}]);
    link.close();
  });

  it('speaks to the new page alone', async () => {
    const {link, come} = aHost();
    const old = await come();
    const current = await come();
    const [toOld, toCurrent] = await Promise.all([saidTo(old, link), saidTo(current, link)]);

    expect(toOld).to.deep.equal([]);
    expect(toCurrent).to.have.length(2);
    link.close();
  });

  it('answers the page that has asked, and never the next one, whose questions have the same numbers', async () => {
    const {link, answers, come} = aHost();
    await come();
    const current = await come();
    const [toTheOld, toTheCurrent] = answers as [(typeof answers)[0], (typeof answers)[0]];

    toTheOld({type: 'refused', number: 1, reason: 'For another.'});
    toTheCurrent({type: 'unanswered', number: 1});
    const said = await saidTo(current, link);

    expect(said[0]).to.deep.equal({type: 'unanswered', number: 1});
    expect(said).to.have.length(2);
    link.close();
  });

  it('takes no line that it has not offered, nor one of so many offers ago', async () => {
    const {link, heard, ports} = aHost();
    for (let offer = 0; offer < 6; offer += 1) link.offer();
    ports[0]!.postMessage({type: 'welcome'});
    const stranger = new MessageChannel();
    stranger.port1.postMessage({type: 'welcome'});
    ports[5]!.postMessage({type: 'welcome'});
    ports[5]!.postMessage({type: 'height', height: 4});
    await until('the last one', () => heard.length > 1);

    expect(heard).to.deep.equal([{type: 'welcome'}, {type: 'height', height: 4}]);
    link.close();
  });
});

describe('F4: a line that is flooded', () => {
  const Channel = MessageChannel;
  const channels: MessageChannel[] = [];
  let clock: Clock;
  beforeEach(() => {
    clock = install({toFake: ['performance']});
    window.MessageChannel = class extends Channel {
      constructor() {
        super();
        channels.push(this);
      }
    };
  });
  afterEach(() => {
    clock.uninstall();
    window.MessageChannel = Channel;
    channels.length = 0;
  });

  it('is heard 500 times in a second by the host, and again in the next', async () => {
    const {link, heard, come} = aHost();
    const port = await come();

    const arrived = counted(channels[0]!.port1);
    for (let sent = 0; sent < 10_000; sent += 1) port.postMessage({type: 'ready'});
    await until('the flood', () => arrived() === 10_000);
    const taken = heard.length;
    clock.tick(1_000);
    port.postMessage({type: 'height', height: 3});
    await until('what comes later', () => heard.at(-1)?.type === 'height');

    expect(taken).to.equal(500);
    expect(heard).to.have.length(501);
    link.close();
  });

  it('brings about 500 offers a second at most, whatever the frame’s window says', () => {
    const {link, ports, source} = aHost();

    for (let sent = 0; sent < 10_000; sent += 1)
      link.heard({data: {type: READY}, origin: ORIGIN, source, ports: []});

    expect(ports).to.have.length(500);
    link.close();
  });

  it('is heard 500 times in a second by the frame', async () => {
    const heard: HostMessage[] = [];
    const source = {};
    const link = new FrameLink({source, isAllowed: () => true, hear: (message) => heard.push(message)});
    const {port1, port2} = new MessageChannel();
    link.heard({data: HELLO, origin: SHOP, source, ports: [port2]});

    const arrived = counted(port2);
    for (let sent = 0; sent < 10_000; sent += 1) port1.postMessage({type: 'seen', top: 0, height: sent});
    await until('the flood', () => arrived() === 10_000);

    expect(heard).to.have.length(500);
    port1.close();
  });

  it('is not even read where it comes from a stranger, so that its size costs nothing', () => {
    let read = 0;
    const data = {
      get data() {
        read += 1;
        return 'x'.repeat(1_000_000);
      },
      ports: [],
    };
    const {link, source} = aHost();
    const frame = new FrameLink({source, isAllowed: (origin) => origin === SHOP, hear: () => {}});

    for (const [origin, from] of [
      ['https://evil.example', source],
      [ORIGIN, {}],
      [SHOP, {}],
    ] as const) {
      const message: Heard = Object.create(data, {origin: {value: origin}, source: {value: from}});
      link.heard(message);
      frame.heard(message);
    }
    expect(read).to.equal(0);
    link.heard(Object.create(data, {origin: {value: ORIGIN}, source: {value: source}}) as Heard);
    expect(read).to.equal(1);
  });
});

/** How many messages have come to a port from now on. */
function counted(port: MessagePort): () => number {
  let count = 0;
  port.addEventListener('message', () => (count += 1));
  return () => count;
}
