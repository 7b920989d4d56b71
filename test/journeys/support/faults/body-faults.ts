import {FIRST_PAGE, withPart, withRecords, type Envelope} from './catalogue.ts';
import {OPEN_HEADERS, sendJson, type Exchange, type Fault} from './faulty-gateway.ts';

/** Sends a text, or bytes, in the place of the envelope. */
const instead =
  (body: (json: string, exchange: Exchange) => string | Buffer, type = 'application/json'): Fault =>
  (exchange) => {
    exchange.response.writeHead(200, {'Content-Type': type, ...OPEN_HEADERS});
    exchange.response.end(body(JSON.stringify(exchange.envelope), exchange));
  };

/** Answers with a status and nothing else. */
const empty =
  (status: number): Fault =>
  ({response}) => {
    response.writeHead(status, OPEN_HEADERS);
    response.end();
  };

const json =
  (change: (envelope: Envelope, exchange: Exchange) => unknown): Fault =>
  (exchange) =>
    sendJson(exchange, change(exchange.envelope, exchange));

/** Changes the list's, or the one product's, own envelope. */
const part = (change: (part: Envelope) => unknown) => json((envelope) => withPart(envelope, change));

const data = (value: unknown) => part((one) => ({...one, data: value}));

const meta = (own: Envelope) => part((one) => ({...one, meta: {...(one.meta as Envelope), ...own}}));

const records = (change: (record: Envelope) => unknown) => json((envelope) => withRecords(envelope, change));

/** Leaves a list as it is asked for, but has it hold something else. */
const list = (change: (products: readonly Envelope[]) => unknown) =>
  part((one) => (Array.isArray(one.data) ? {...one, data: change(one.data as Envelope[])} : one));

const everyMember = (value: unknown) =>
  records((record) =>
    Object.fromEntries(Object.keys(record).map((name) => [name, name === '_id' ? record._id : value])),
  );

const without = (record: Envelope, member: string): Envelope =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== member));

const PAGE = '<!doctype html><html lang="en"><title>Sign in</title><p>Welcome to the airport.</p></html>';

const HOUR = 3_600_000;
const dated =
  (offset: number): Fault =>
  (exchange) =>
    sendJson(exchange, exchange.envelope, {Date: new Date(Date.now() + offset).toUTCString()});

/** What can be wrong with what was sent. */
export const BODY_FAULTS: Readonly<Record<string, Fault>> = {
  '204 without content': empty(204),
  '205 without content': empty(205),
  '200 without content': empty(200),
  '304 of what nobody has': empty(304),
  'a web page': instead(() => PAGE, 'text/html'),
  'a web page that says it is JSON': instead(() => PAGE),
  'JSON that says it is text': instead((text) => text, 'text/plain'),
  'JSON that says it is a picture': instead((text) => text, 'image/png'),
  'no type at all': instead((text) => text, ''),
  'a byte-order mark': instead((text) => `\ufeff${text}`),
  'two byte-order marks': instead((text) => `\ufeff\ufeff${text}`),
  'UTF-16': instead((text) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'application/json; charset=utf-16'),
  'a charset that is none': instead((text) => text, 'application/json; charset=klingon'),
  'Latin-1 that says it is UTF-8': instead(
    (text) => Buffer.from(text.replaceAll('Reward', 'Récompense'), 'latin1'),
    'application/json; charset=utf-8',
  ),
  'a guard before the JSON': instead((text) => `)]}',\n${text}`),
  JSONP: instead((text) => `callback(${text})`, 'text/javascript'),
  'two answers in one': instead((text) => text + text),
  'a comma too many': instead((text) => text.replace(/}$/, ',}')),
  'NaN in JSON': instead((text) => text.replace('"price":100', '"price":NaN')),
  'a hundred thousand brackets': instead(() => '['.repeat(100_000) + ']'.repeat(100_000)),
  'the word null': instead(() => 'null'),
  'a text': instead(() => '"closed"'),
  'a number': instead(() => '42'),
  'a list': json((envelope) => [envelope]),
  'no data': json(() => ({meta: {status: 'success'}})),
  'data that is null': data(null),
  'data that is a list of lists': data([[], [[]]]),
  'data that is an object': data({0: {}, length: 1}),
  'data that is a text': data('many'),
  'data that is true': data(true),
  'records that are null': records(() => null),
  'records without ids': records((record) => without(record, '_id')),
  'ids that are numbers': records((record) => ({...record, _id: 17})),
  'every member null': everyMember(null),
  'every member a text': everyMember('text'),
  'every member a number': everyMember(-1e21),
  'every member a list': everyMember([null]),
  'every member an object': everyMember({isEnabled: 'yes', value: {}}),
  'members of a prototype': instead((text) =>
    text.replaceAll('"name"', '"__proto__":{"isSoldOut":true},"constructor":5,"name"'),
  ),
  'no meta': part((one) => without(one, 'meta')),
  'meta that is null': part((one) => ({...one, meta: null})),
  'meta of wrong types': part((one) => ({...one, meta: {status: 5, statusCode: {}, total: [], skip: 'x'}})),
  'an error that says 200': part(() => ({status: 'error', message: 'No.', meta: {statusCode: 200}})),
  'a part that failed': part(() => ({
    status: 'error',
    message: 'No.',
    meta: {statusCode: 502, status: 'error'},
  })),
  'a total that is negative': meta({total: -5}),
  'a total that is a text': meta({total: '30'}),
  'a total that is null': meta({total: null}),
  'a total that is huge': meta({total: 1e21}),
  'a total that is a fraction': meta({total: 7.5}),
  'a total of nothing, with products': meta({total: 0}),
  'an empty page with a total': list(() => []),
  'the same product again and again': list((products) => products.map(() => products[0])),
  'a page that repeats': json((envelope, {request}) =>
    withPart(envelope, (one) => (request.url!.includes('skip=') ? {...one, data: FIRST_PAGE} : one)),
  ),
  'more than was asked for': list((products) =>
    Array.from({length: 2_000}, (_, index) => ({...products[0], _id: index.toString(16).padStart(24, '0')})),
  ),
  'a clock 48 h ahead': dated(48 * HOUR),
  'a clock 48 h behind': dated(-48 * HOUR),
  'a date that is none': (exchange) => sendJson(exchange, exchange.envelope, {Date: 'yesterday'}),
  'an age of a thousand years': (exchange) => sendJson(exchange, exchange.envelope, {Age: '31536000000'}),
  'the last good answer': (exchange) => sendJson(exchange, exchange.envelope, {'Rai-Stale': '1'}),
};
