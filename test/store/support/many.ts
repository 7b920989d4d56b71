/** Words that product names and descriptions are made of, the rare ones at the end. */
const WORDS = (
  'coffee tea mug boots tent lamp map book voucher ticket ride walk lake summit river forest night morning winter ' +
  'summer warm light small large green blue red wool cotton steel family weekend guided local fresh free early late ' +
  'double single bottle jacket socks gloves rope stove knife filter compass whistle blanket hammock torch cable kayak'
).split(' ');

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Products number `from` up to `to` of a catalogue that is always the same. */
export function manyProducts(from: number, to: number, categories: readonly string[]) {
  return Array.from({length: to - from}, (_, at) => aProductOfMany(from + at, categories));
}

/** One of them. */
export function aProductOfMany(number: number, categories: readonly string[]) {
  const next = random(number);
  const words = (count: number) =>
    Array.from({length: count}, () => WORDS[Math.floor(next() ** 2 * WORDS.length)]!).join(' ');
  return {
    name: `${words(3)} ${number}`,
    description: `<p>${words(12)}.</p>`,
    image: '/pictures/coin-light.svg',
    price: Math.floor(next() * 10_000),
    categoryName: categories[number % categories.length],
    displayOrder: Math.floor(next() * 1_000),
    isArchived: number % 50 === 0,
    isProductAccessEnabled: number % 200 === 1,
    vouchers: number % 10 === 0 ? [`code-${number}`] : [],
  };
}
