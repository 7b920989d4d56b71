import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define/all.ts';
import type {ProductCardElement} from '../../src/elements/product-card.ts';
import {aGateway} from '../support/gateway.ts';
import {part, said} from '../support/look.ts';
import {aTemplate, bound, copiesOf, openOwn, placesIn, putInto, WHOLE_CARD} from '../support/own-cards.ts';
import {aProduct} from '../support/product.ts';
import {aScene} from '../support/scene.ts';
import {cardsOf, namesIn, openStore} from '../support/store.ts';
import {until} from '../support/until.ts';

const FOOTER = '<p class="foot"><a href="/terms">Terms</a> of <b data-rai="name"></b></p>';
const aFooter = () => aTemplate(FOOTER, 'card-footer');

/** What is on top at the middle of an element. */
const onTop = (element: Element) => {
  element.scrollIntoView({block: 'center'});
  const {x, y, width, height} = element.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2);
};

describe('the foot of a card', () => {
  it('holds on the store’s own cards what the page’s template says, with what is said of the product', async () => {
    const store = await openOwn(aGateway(), [aFooter()]);

    expect(namesIn(store)).to.deep.equal(['Reward 1', 'Reward 2', 'Reward 3']);
    expect(copiesOf(store).map(said)).to.deep.equal([
      'Terms of Reward 1',
      'Terms of Reward 2',
      'Terms of Reward 3',
    ]);
    const [card] = cardsOf(store);
    const [foot, action] = [copiesOf(store)[0]!.firstElementChild!, part(card!, 'action')!].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(foot!.top).to.be.at.least(action!.bottom);
    expect(foot!.bottom).to.be.at.most(part(card!, 'card')!.getBoundingClientRect().bottom);
    await expect(store).to.be.accessible();
  });

  it('can be pressed, though the whole card leads to the product', async () => {
    const store = await openOwn(aGateway(), [aFooter()]);
    const link = copiesOf(store)[0]!.querySelector('a')!;

    expect(onTop(link)?.localName).to.equal('a');
  });

  it('comes and goes with its template, and leaves nothing', async () => {
    const store = await openStore(aGateway());
    const footer = aFooter();
    store.append(footer);
    await until('the feet', () => putInto(store).length === 3);
    await until('their words', () => copiesOf(store).every((copy) => said(copy)!.startsWith('Terms')));

    footer.remove();

    await until('nothing of it', () => store.childNodes.length === 0);
    expect(cardsOf(store)).to.have.lengthOf(3);
    expect(placesIn(store.shadowRoot!)).to.deep.equal([]);
  });

  it('is no matter where the page draws whole cards', async () => {
    const store = await openOwn(aGateway(), [aFooter(), aTemplate(WHOLE_CARD)]);

    expect(copiesOf(store).map((copy) => copy.querySelector('.foot'))).to.deep.equal([null, null, null]);
    expect(bound(copiesOf(store)[0], 'choose')).to.exist;
  });

  it('is a slot of a card that stands alone', async () => {
    const scene = await aScene();
    const card = await fixture<ProductCardElement>(
      html`<rai-product-card .product=${aProduct()} .scene=${scene}
        ><p slot="footer"><a href="/terms">Terms</a></p></rai-product-card
      >`,
    );
    const link = card.querySelector('a')!;

    expect(link.getBoundingClientRect().top).to.be.at.least(
      part(card, 'action')!.getBoundingClientRect().bottom,
    );
    expect(onTop(link)?.localName).to.equal('a');
  });

  it('takes no room where there is nothing for it', async () => {
    const scene = await aScene();
    const card = await fixture<ProductCardElement>(
      html`<rai-product-card .product=${aProduct()} .scene=${scene}></rai-product-card>`,
    );
    const slot = card.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=footer]')!;

    expect(slot.getBoundingClientRect().height).to.equal(0);
  });
});
