import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import type {FailureKind} from '../../src/api/errors.ts';
import type {Scene} from '../../src/controllers/scene.ts';
import '../../src/define/all.ts';
import type {NoticeElement} from '../../src/elements/notice.ts';
import {said, within} from '../support/look.ts';
import {aFailure} from '../support/failure.ts';
import {aScene} from '../support/scene.ts';

describe('<rai-store-notice>', () => {
  let scene: Scene;

  before(async () => (scene = await aScene()));

  const noticeOf = (own: Partial<NoticeElement>) =>
    fixture<NoticeElement>(
      html`<rai-store-notice .scene=${scene} .state=${own.state} .error=${own.error}></rai-store-notice>`,
    );
  const sentence = (notice: NoticeElement) => said(within(notice, 'p'));
  const wayOn = (notice: NoticeElement) => said(within(notice, 'button'));

  const failures: [kind: FailureKind, sentence: string, wayOn: string | undefined][] = [
    ['offline', 'The store can’t be reached. Check your connection.', 'Try again'],
    ['slow', 'The store takes too long to answer.', 'Try again'],
    ['refused', 'The store can’t be shown on this page.', 'Try again'],
    ['busy', 'Many people are looking at the store. Please wait a moment.', 'Try again'],
    ['failed', 'The store isn’t available right now.', 'Try again'],
    ['malformed', 'The store isn’t available right now.', 'Try again'],
    ['gone', 'This reward is no longer there.', undefined],
  ];
  for (const [kind, words, way] of failures) {
    it(`says of a failure that is “${kind}”: ${words}`, async () => {
      const notice = await noticeOf({error: aFailure(kind)});

      expect(sentence(notice)).to.equal(words);
      expect(wayOn(notice)).to.equal(way);
    });
  }

  for (const error of [new Error('Chunk not found'), 'text', 7]) {
    it(`says the same of a failure of another sort: ${error}`, async () => {
      const notice = await noticeOf({error});

      expect(sentence(notice)).to.equal('The store isn’t available right now.');
      expect(wayOn(notice)).to.equal('Try again');
    });
  }

  const states: [state: 'closed' | 'empty' | 'bare', sentence: string, wayOn: string | undefined][] = [
    ['closed', 'The store is closed right now. Please come back later.', undefined],
    ['empty', 'No reward matches.', 'Show all rewards'],
    ['bare', 'There are no rewards yet. Please come back later.', undefined],
  ];
  for (const [state, words, way] of states) {
    it(`says of a store that is ${state}: ${words}`, async () => {
      const notice = await noticeOf({state});

      expect(sentence(notice)).to.equal(words);
      expect(wayOn(notice)).to.equal(way);
    });
  }

  it('tells when the shopper takes the way on', async () => {
    const notice = await noticeOf({state: 'empty'});
    let taken = 0;
    notice.addEventListener('go', () => (taken += 1));

    within(notice, 'button')!.click();

    expect(taken).to.equal(1);
  });

  it('draws large enough to be seen what it says', async () => {
    const notice = await noticeOf({state: 'closed'});

    expect(within(notice, 'svg')!.getBoundingClientRect().width).to.equal(56);
  });

  it('can be read by everybody', async () => {
    for (const own of [{state: 'empty'} as const, {error: aFailure('offline')}]) {
      await expect(await noticeOf(own)).to.be.accessible();
    }
  }).timeout(10_000);

  it('speaks its store’s language', async () => {
    const notice = await fixture<NoticeElement>(
      html`<rai-store-notice .scene=${await aScene({language: 'ar'})} .state=${'closed'}></rai-store-notice>`,
    );

    expect(within(notice, '[part="notice"]')).to.have.attribute('dir', 'rtl');
    expect(sentence(notice)).to.equal('المتجر مغلق الآن. يُرجى العودة لاحقًا.');
  });

  it('shows what stands in it while there are no words', async () => {
    const notice = await fixture<NoticeElement>(html`<rai-store-notice>Not available</rai-store-notice>`);

    expect(
      within<HTMLSlotElement>(notice, 'slot')!
        .assignedNodes()
        .map(({textContent}) => textContent),
    ).to.deep.equal(['Not available']);
  });

  it('offers a way on that needs no words, beside what the page has put there', async () => {
    let goes = 0;
    const notice = await fixture<NoticeElement>(
      html`<rai-store-notice .error=${new Error()} @go=${() => (goes += 1)}>Our shop</rai-store-notice>`,
    );
    expect(notice.textContent).to.equal('Our shop');
    await expect(notice).to.be.accessible();

    within(notice, 'button[aria-label="Try again"]')!.click();

    expect(goes).to.equal(1);
  }).timeout(10_000);

  it('leaves the focus in its place, since its button may go', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const root = place.attachShadow({mode: 'open'});
    render(
      html`<div part="root"><rai-store-notice .scene=${scene} .state=${'empty'}></rai-store-notice></div>`,
      root,
    );
    const notice = root.querySelector('rai-store-notice')!;
    await notice.updateComplete;

    within(notice, 'button')!.click();

    expect(root.activeElement).to.equal(root.querySelector('[part=root]'));
  });
});
