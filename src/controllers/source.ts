import type {Addressed} from '../api/addressed.ts';
import type {StoreClient} from '../api/client.ts';
import type {ListOptions, ProductQuery} from '../api/requests.ts';
import type {OwnWords, Text} from '../i18n/text.ts';

/**
 * How a store is asked. The elements are given it, so that the small script which asks can be on the page, and its questions
 * on their way, before the elements are there to show the answers.
 */
export interface Source {
  /**
   * Reads the store behind a gateway, by the browser's `fetch` or another one; `onServerTime` hears the server's time, in epoch
   * ms, with every answer.
   */
  client(gateway: string, onServerTime: (time: number) => void, fetch?: typeof globalThis.fetch): StoreClient;
  /** The query for the first page of a store's cards, in a language as the Store API takes it. */
  cardsQuery(lang: string, options: ListOptions): ProductQuery;
  /** What the page's address says of a store, where the store's `routing` lets it. */
  addressed(store: Element & {readonly routing?: string | null}): Addressed | undefined;
  /** The language that an element is to speak, as a BCP 47 tag. */
  languageAt(element: Element): string;
  /** That language as the Store API takes it. */
  dataLanguageOf(tag: string): string;
  /** The words of a language, those that the page has of its own before them. */
  loadText(tag: string, own?: OwnWords | string | null): Promise<Text>;
}

/** The source that every element uses. */
export let source: Source;

/** Gives the elements their source; to be called before the first of them is registered. */
export function useSource(given: Source): void {
  source = given;
}
