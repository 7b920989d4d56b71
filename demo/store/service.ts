import type {Kysely} from 'kysely';
import type {Clock} from './clock.ts';
import type {Tables} from './database/tables.ts';
import type {Upkeep} from './database/upkeep.ts';
import type {Bell} from './events/bell.ts';
import type {PictureUrl} from './picture-url.ts';

/** What every route works with. */
export interface Service {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly pictureUrl: PictureUrl;
  /** Told of written products, so that lists stay fast. */
  readonly upkeep: Upkeep;
  /** Rings when there is a new event. */
  readonly bell: Bell;
  /** Aborts when the service ends: what is open then must end too. */
  readonly closing: AbortSignal;
}

/** Who writes, where and when. */
export interface Writer {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly communityId: string;
}
