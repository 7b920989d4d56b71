import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/all.ts';
import {StoreRequestError} from '../../src/api/errors.ts';
import type {NoticeElement} from '../../src/elements/notice.ts';
import {aFailure} from '../support/failure.ts';
import {aGateway} from '../support/gateway.ts';
import {part, within} from '../support/look.ts';
import {productRecords} from '../support/record.ts';
import {aScene} from '../support/scene.ts';
import {cardsOf, inside, namesIn, noticeOf, openStore, saying} from '../support/store.ts';
import {passTime, stopTime} from '../support/time.ts';
import {until} from '../support/until.ts';

const MINUTE = 60_000;

/** A day after the test before it, so that no test is taken for the next failure of another one. */
let now = Date.UTC(2026, 10, 21);

describe('what failed', () => {
  let tries: number[];
  let clock: ReturnType<typeof stopTime>;

  const hide = (isHidden: boolean) => {
    const value: DocumentVisibilityState = isHidden ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', {value, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  };

  const noticeOfError = async (error: unknown) =>
    fixture<NoticeElement>(
      html`<rai-store-notice
        .scene=${await aScene()}
        .error=${error}
        @go=${() => tries.push(Date.now() - now)}
      ></rai-store-notice>`,
    );

  beforeEach(() => {
    now += 86_400_000;
    clock = stopTime(now);
    tries = [];
  });

  afterEach(() => Reflect.deleteProperty(document, 'visibilityState'));

  it('is tried again by itself when the time is over that the server asked for', async () => {
    const error = Object.assign(aFailure('busy'), {retryAt: now + 40_000});
    await noticeOfError(error);

    clock.tick(39_999);
    expect(tries).to.deep.equal([]);
    clock.tick(1);

    expect(tries).to.deep.equal([40_000]);
  });

  it('is tried again by itself after some seconds, and less and less often while it fails', async () => {
    const pauses: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const before = Date.now();
      const notice = await noticeOfError(aFailure('offline'));
      for (let second = 0; tries.length === round && second < 1_000; second += 1) clock.tick(1_000);
      pauses.push(Date.now() - before);
      notice.remove();
    }

    expect(pauses[0]).to.be.within(7_000, 24_000);
    expect(pauses.at(-1)).to.be.within(150_000, 452_000);
  });

  it('is not tried the less often the more of it there is', async () => {
    for (const longest of [24_000, 46_000]) {
      tries = [];
      const before = Date.now();
      const notices: NoticeElement[] = [];
      for (let count = 0; count < 6; count += 1) notices.push(await noticeOfError(aFailure('offline')));
      for (let second = 0; tries.length < 6 && second < 1_000; second += 1) clock.tick(1_000);
      for (const notice of notices) notice.remove();

      expect(Date.now() - before).to.be.below(longest);
    }
  });

  for (const [name, error] of [
    ['was refused', aFailure('refused')],
    ['is gone', aFailure('gone')],
    ['was asked wrongly', new StoreRequestError('', {status: 400})],
    ['did not fail', undefined],
  ] as const) {
    it(`is left alone where it ${name}`, async () => {
      await noticeOfError(error);

      clock.tick(60 * MINUTE);
      dispatchEvent(new Event('online'));

      expect(tries).to.deep.equal([]);
    });
  }

  it('is tried again at once when the network is back', async () => {
    await noticeOfError(aFailure('offline'));

    dispatchEvent(new Event('online'));
    expect(tries).to.deep.equal([0]);

    clock.tick(60 * MINUTE);
    expect(tries).to.have.lengthOf(1);
  });

  it('waits for somebody who looks', async () => {
    await noticeOfError(aFailure('failed'));
    hide(true);

    clock.tick(60 * MINUTE);
    expect(tries).to.deep.equal([]);
    hide(false);

    expect(tries).to.deep.equal([60 * MINUTE]);
  });

  it('is left alone once it has left the page', async () => {
    const notice = await noticeOfError(aFailure('failed'));

    notice.remove();
    clock.tick(60 * MINUTE);
    dispatchEvent(new Event('online'));

    expect(tries).to.deep.equal([]);
  });

  it('takes no focus when it is tried again by itself, and keeps the one of its button in its place', async () => {
    const place = await fixture<HTMLElement>(html`<div><input /></div>`);
    const input = place.querySelector('input')!;
    const root = place.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
    const frame = root.appendChild(document.createElement('div'));
    frame.setAttribute('part', 'root');
    const notice = await noticeOfError(aFailure('failed'));
    frame.append(notice);
    input.focus();
    dispatchEvent(new Event('online'));
    expect(document.activeElement).to.equal(input);

    notice.error = aFailure('offline');
    await notice.updateComplete;
    within(notice, 'button')!.focus();
    dispatchEvent(new Event('online'));

    expect(root.activeElement).to.equal(frame);
  });

  it('is the further page alone, where only that failed: what is there stays', async () => {
    const gateway = aGateway({products: productRecords(30)});
    const store = await openStore(gateway, {'page-size': '10'});
    await until('the mark of what looks after it', () => inside(store, 'rai-store-stale'));
    const mend = gateway.fail('skip=10', 500);
    part(store, 'more')!.click();
    await saying(store, 'The store isn’t available right now. Try again');
    expect(cardsOf(store)).to.have.lengthOf(10);

    mend();
    dispatchEvent(new Event('online'));

    await until('the second page', () => namesIn(store).length === 20);
    expect(namesIn(store)[0]).to.equal('Reward 1');
    expect(noticeOf(store)).to.equal(undefined);
  });

  it('comes back by itself in a store that was told to wait, without a word of the shopper’s', async () => {
    const gateway = aGateway();
    const mend = gateway.instead(
      '/storefront',
      () => new Response('', {status: 429, headers: {'Retry-After': '30'}}),
    );
    const store = await openStore(gateway);
    expect(noticeOf(store)).to.equal('Many people are looking at the store. Please wait a moment. Try again');
    const {length} = gateway.requests;

    mend();
    await passTime(20_000);
    expect(gateway.requests).to.have.lengthOf(length);
    await passTime(12_000);

    await until('the store', () => cardsOf(store).length === 3);
  });
});
