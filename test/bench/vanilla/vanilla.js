// The same cards by hand: what a page can do at best that starts its data when its script runs. No framework, no language
// but English, nothing that a hostile page could not break.

/**
 * @typedef {{_id: string, name: string, summary?: string, image: string, price: number, discountPrice?: number,
 *   isDiscountEnabled?: boolean, discountStartDate?: string, discountEndDate?: string, stocks?: number, isInStock?: boolean}}
 *   Product
 * @typedef {{data: Product[], meta: {total: number}}} Page
 */

const root = /** @type {HTMLElement} */ (document.getElementById('store'));
const {gateway, long} = root.dataset;
const isLong = long !== undefined;
const SIZE = isLong ? 100 : 24;

/** Rows beyond either edge of the window that are in the document, of the long list. */
const SPARE_ROWS = 2;

/** The height of a row of the long list and of the gap below it, in px: so much does the tallest card need. */
const ROW = 424;
const GAP = 20;

const LIST = {
  fields:
    'image,name,summary,price,discountPrice,isDiscountEnabled,discountStartDate,discountEndDate,stocks,' +
    'shouldDisplayRemainingQuantity',
  lang: 'en',
  limit: String(SIZE),
  sort: 'displayOrder:asc',
};

// Before anything else: the rest is made while the answer is on its way.
const reading = read('storefront', {
  ...LIST,
  categoryFields: 'name,coverImage,shouldShowCover',
  storeFields: 'isEnabled,title,description,cover,currency,widget',
});

const numbers = new Intl.NumberFormat('en');
const template = document.createElement('template');
template.innerHTML =
  '<li><article class="card"><div class="picture"><img alt="" width="400" height="300"></div><div class="body">' +
  '<h3 class="name"></h3><p class="summary"></p><div class="foot"><p class="prices"><img class="coin" alt="">' +
  '<b class="price"></b></p><p class="stock"></p><button class="action"></button></div></div></article></li>';

// The first formatter of a page is dear.
numbers.format(0);

/** @type {Product[]} */
let products = [];
let total = 0;
let coin = '';
let category = '';
let isReading = false;
let drawn = '';

const list = document.createElement('ul');
list.className = 'grid';

const front = await reading;
coin = front.data.store.data.currency.light;
const title = document.createElement('h1');
title.textContent = front.data.store.data.title;
const nav = document.createElement('div');
nav.className = 'nav';
nav.append(
  chip('All', ''),
  ...front.data.categories.data.map((/** @type {Product} */ one) => chip(one.name, one._id)),
);
take(front.data.products);
root.append(title, nav, list);
if (isLong) {
  showWindow();
  addEventListener('scroll', showWindow, {passive: true});
} else list.append(...products.map(cardOf));

/**
 * @param {string} path
 * @param {Record<string, string>} query
 */
async function read(path, query) {
  const url = `${gateway}/${path}?${new URLSearchParams(query)}`;
  return (await fetch(url, {credentials: 'omit', referrerPolicy: 'origin'})).json();
}

/** @param {Page} page */
function take(page) {
  products.push(...page.data);
  total = page.meta.total;
}

/**
 * @param {string} name
 * @param {string} id
 */
function chip(name, id) {
  const button = document.createElement('button');
  button.className = 'chip';
  button.textContent = name;
  button.ariaPressed = String(id === category);
  button.onclick = async () => {
    category = id;
    for (const one of nav.children) one.ariaPressed = String(one === button);
    const page = await read('products', {...LIST, ...(id && {filter: `categoryID:${id}`})});
    products = [];
    take(page);
    list.replaceChildren(...products.map(cardOf));
  };
  return button;
}

/**
 * @param {Product} product
 * @param {number} at
 */
function cardOf(product, at) {
  const item = /** @type {HTMLElement} */ (
    /** @type {Element} */ (template.content.firstElementChild).cloneNode(true)
  );
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (item.getElementsByClassName(name)[0]);
  const picture = /** @type {HTMLImageElement} */ (item.getElementsByTagName('img')[0]);
  if (at >= 4 && !isLong) picture.loading = 'lazy';
  picture.src = product.image;
  part('name').textContent = product.name;
  part('summary').textContent = product.summary ?? '';
  /** @type {HTMLImageElement} */ (part('coin')).src = coin;
  const price = part('price');
  const now = priceOf(product);
  price.textContent = now ? numbers.format(now) : 'Free';
  if (now < product.price) {
    price.insertAdjacentHTML(
      'afterend',
      `<s class="was">${numbers.format(product.price)}</s>` +
        `<span class="saving">−${Math.floor(((product.price - now) * 100) / product.price)}%</span>`,
    );
  }
  const {stocks} = product;
  const isOut = stocks === 0 || product.isInStock === false;
  if (isOut) part('stock').textContent = 'Sold out';
  else if (stocks) {
    part('stock').textContent = stocks <= 5 ? `Only ${stocks} left` : `${stocks} left`;
    part('stock').classList.toggle('low', stocks <= 5);
  }
  const action = /** @type {HTMLButtonElement} */ (part('action'));
  action.textContent = isOut ? 'Sold out' : 'Redeem';
  action.disabled = isOut;
  if (isLong) {
    item.ariaPosInSet = String(at + 1);
    item.ariaSetSize = String(total);
  }
  return item;
}

/** @param {Product} product */
function priceOf({price, isDiscountEnabled, discountPrice = price, discountStartDate, discountEndDate}) {
  const now = Date.now();
  const runs =
    isDiscountEnabled &&
    (!discountStartDate || Date.parse(discountStartDate) <= now) &&
    (!discountEndDate || Date.parse(discountEndDate) > now);
  return runs ? Math.min(price, discountPrice) : price;
}

/** Puts the rows near the window into the document, and no others. */
function showWindow() {
  if (!list.firstElementChild) list.append(cardOf(/** @type {Product} */ (products[0]), 0));
  const style = getComputedStyle(list);
  const columns = style.gridTemplateColumns.split(' ').length;
  const row = ROW + GAP;
  list.style.gridAutoRows = `${ROW}px`;
  const rows = Math.ceil(products.length / columns);
  const top = -list.getBoundingClientRect().top;
  const first = Math.max(0, Math.min(rows - 1, Math.floor(top / row)) - SPARE_ROWS);
  const last = Math.min(rows, Math.ceil((top + innerHeight) / row) + SPARE_ROWS);
  if (drawn === `${first} ${last} ${rows}`) return;
  drawn = `${first} ${last} ${rows}`;
  const known = new Map([...list.children].map((item) => [item.ariaPosInSet, item]));
  const wanted = products
    .slice(first * columns, last * columns)
    .map(
      (product, at) => known.get(String(first * columns + at + 1)) ?? cardOf(product, first * columns + at),
    );
  list.style.paddingTop = `${first * row}px`;
  list.style.paddingBottom = `${Math.max(0, rows - last) * row}px`;
  list.replaceChildren(...wanted);
  if (last + SPARE_ROWS >= rows && products.length < total) void readOn();
}

async function readOn() {
  if (isReading) return;
  isReading = true;
  take(await read('products', {...LIST, skip: String(products.length)}));
  isReading = false;
  showWindow();
}

export {};
