import type {Built} from './built.ts';

/** All that the configurator's page is told by its server. */
export interface Facts extends Built {
  /** The origin of the demo's gateway. */
  readonly gateway: string;
  /** The origins of the pictures of the demo's store. */
  readonly pictures: readonly string[];
  /** What the store can be seen in, each behind a gateway of its own. */
  readonly states: readonly {
    readonly title: string;
    readonly states: readonly {readonly name: string; readonly title: string}[];
  }[];
}
