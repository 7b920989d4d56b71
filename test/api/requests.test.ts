import {expect} from '@open-wc/testing';
import {DETAIL} from '../../src/api/detail.ts';
import {CARD} from '../support/product.ts';
import {fieldsFor} from '../../src/api/projection.ts';
import {cardsQuery, productsUrl, productUrl, storefrontUrl} from '../../src/api/requests.ts';
import {idOf} from '../support/product.ts';

const GATEWAY = 'https://gateway.test/v1';
const CARD_FIELDS =
  'image,name,type,expiringVoucherHighlight,voucherExpireDate,summary,price,discountPrice,isDiscountEnabled,discountStartDate,discountEndDate,stocks,shouldDisplayRemainingQuantity';

/** The query of an address, as it is written but without percent-encoding. */
const queryOf = (address: string) => decodeURIComponent(new URL(address).search);

describe('the request for a page of cards', () => {
  const urlFor = (options: Parameters<typeof cardsQuery>[1], lang = 'en') =>
    productsUrl(GATEWAY, cardsQuery(lang, options));

  it('asks for exactly the fields that a card shows', () => {
    const url = urlFor({});

    expect(url).to.match(/^https:\/\/gateway\.test\/v1\/products\?/);
    expect(queryOf(url)).to.equal(`?fields=${CARD_FIELDS}&lang=en&limit=24&sort=displayOrder:asc`);
  });

  it('asks for a category, a search, an order and a page size', () => {
    const url = urlFor({category: idOf(0xa1), search: 'mug', sort: 'price:desc', pageSize: '12'}, 'th');

    expect(queryOf(url)).to.equal(
      `?fields=${CARD_FIELDS}&lang=th&limit=12&sort=price:desc&filter=categoryID:${idOf(0xa1)}&search=keyword:mug`,
    );
  });

  for (const words of ['time: now', 'a&b=c', '50 % + #1?', 'กาแฟ', '"quoted"', 'a,b']) {
    it(`searches for “${words}” as it is typed`, () => {
      expect(new URL(urlFor({search: words})).searchParams.get('search')).to.equal(`keyword:${words}`);
    });
  }

  const sizes: [pageSize: string | number | null | undefined, limit: string][] = [
    [undefined, '24'],
    [null, '24'],
    ['', '24'],
    ['many', '24'],
    [0, '24'],
    [-5, '24'],
    [NaN, '24'],
    ['1', '1'],
    [12.9, '12'],
    ['100', '100'],
    [101, '100'],
    [Infinity, '100'],
  ];
  for (const [pageSize, limit] of sizes) {
    it(`brings ${limit} at once when the page size is ${JSON.stringify(pageSize) ?? 'not said'}`, () => {
      expect(new URL(urlFor({pageSize})).searchParams.get('limit')).to.equal(limit);
    });
  }

  it('keeps to the store’s order where the page names none that is known', () => {
    for (const sort of [undefined, null, '', 'price', 'stocks:asc', 'PRICE:ASC', '__proto__']) {
      expect(new URL(urlFor({sort})).searchParams.get('sort')).to.equal('displayOrder:asc');
    }
  });

  it('says how many to pass over only when there are some', () => {
    const query = cardsQuery('en', {});

    expect(new URL(productsUrl(GATEWAY, {...query, skip: 48})).searchParams.get('skip')).to.equal('48');
    expect(productsUrl(GATEWAY, {...query, skip: 0})).to.equal(productsUrl(GATEWAY, query));
  });
});

describe('the other requests', () => {
  it('ask for a product with exactly the fields of the view', () => {
    const card = productUrl(GATEWAY, idOf(1), CARD, 'en');
    const detail = productUrl(GATEWAY, idOf(1), DETAIL, 'en');

    expect(new URL(card).pathname).to.equal(`/v1/products/${idOf(1)}`);
    expect(queryOf(card)).to.equal(`?fields=${CARD_FIELDS}&lang=en`);
    expect(new URL(detail).searchParams.get('fields')!.split(',')).to.include.members([
      'name',
      'price',
      'description',
      'redemptionInstructions',
    ]);
    expect(new URL(detail).searchParams.get('lang')).to.equal('en');
  });

  it('ask only for the parts that a view names', () => {
    expect(fieldsFor(['name', 'stock'])).to.equal('name,stocks,shouldDisplayRemainingQuantity');
  });

  it('ask a proxy, which knows no summary, for the description instead', () => {
    expect(fieldsFor(['name', 'summary'])).to.equal('name,summary');
    expect(fieldsFor(['name', 'summary'], true)).to.equal('name,description');
  });

  it('ask our own gateway for configuration, categories and the first page in one', () => {
    const query = cardsQuery('th', {category: idOf(0xa1), search: 'a:b', sort: 'name:asc', pageSize: 12});
    const url = storefrontUrl(GATEWAY, query);

    expect(new URL(url).pathname).to.equal('/v1/storefront');
    expect(queryOf(url)).to.equal(
      queryOf(productsUrl(GATEWAY, query)) +
        '&categoryFields=name,coverImage,shouldShowCover,viewType&storeFields=isEnabled,title,description,cover,currency,widget',
    );
  });

  it('let no id climb out of the path', () => {
    const url = new URL(productUrl(GATEWAY, '../../stores?lang=x#', CARD, 'en'));

    expect(url.pathname).to.equal('/v1/products/..%2F..%2Fstores%3Flang%3Dx%23');
    expect([...url.searchParams.keys()]).to.deep.equal(['fields', 'lang']);
  });
});

describe('the gateway’s address', () => {
  const paths: [gateway: string, url: string][] = [
    ['https://gateway.test', 'https://gateway.test/products'],
    ['https://gateway.test/', 'https://gateway.test/products'],
    ['https://gateway.test/v1/', 'https://gateway.test/v1/products'],
    ['https://gateway.test/a/b//', 'https://gateway.test/a/b/products'],
    ['/rewards/v1', `${location.origin}/rewards/v1/products`],
  ];
  for (const [gateway, url] of paths) {
    it(`may be ${gateway}`, () => {
      const asked = new URL(productsUrl(gateway, cardsQuery('en', {})), document.baseURI);

      expect(asked.href.split('?')[0]).to.equal(url);
      expect(asked.searchParams.get('lang')).to.equal('en');
    });
  }
});
