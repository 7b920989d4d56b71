import {addressed} from '../api/addressed.ts';
import {StoreClient} from '../api/client.ts';
import {inTime} from '../api/in-time.ts';
import {cardsQuery} from '../api/requests.ts';
import type {Source} from '../controllers/source.ts';
import {languageAt} from '../i18n/language-at.ts';
import {dataLanguageOf} from '../i18n/language.ts';
import {loadText} from '../i18n/text.ts';

/** Asks through a gateway, over the network. */
export const networkSource: Source = {
  client: (gateway, onServerTime, fetch) => new StoreClient(gateway, {onServerTime, fetch}),
  cardsQuery,
  addressed,
  languageAt,
  dataLanguageOf,
  loadText: (tag, own) => inTime(loadText(tag, own)),
};
