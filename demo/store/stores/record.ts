import type {Selectable} from 'kysely';
import type {StoreConfigTable} from '../database/tables.ts';
import {pick, type View} from '../record.ts';
import {translate} from '../translate.ts';

/** Every field that a read of the store may name. */
export const STORE_FIELDS = [
  '_id',
  'communityID',
  'isEnabled',
  'title',
  'description',
  'cover',
  'currency',
  'i18n',
  'widget',
  'createdAt',
  'updatedAt',
] as const;

export type StoreField = (typeof STORE_FIELDS)[number];

/** The members of `cover` and `currency` that are pictures. */
const PICTURES = ['light', 'dark', 'value'];

/** A community's store as the API gives it. `widget` holds the widget's key: whoever passes it on must take it out. */
export function readStore(
  row: Selectable<StoreConfigTable>,
  {fields, language, pictureUrl}: View<StoreField>,
): object {
  const withPictures = (members: object) =>
    Object.fromEntries(
      Object.entries(members).map(([name, value]: [string, unknown]) =>
        PICTURES.includes(name) && typeof value === 'string' ? [name, pictureUrl(value)] : [name, value],
      ),
    );
  const record: Record<StoreField, unknown> = {
    _id: row.id,
    communityID: row.community_id,
    isEnabled: row.is_enabled,
    title: translate(row.title, row.i18n, 'titleTranslations', language),
    description: translate(row.description, row.i18n, 'descriptionTranslations', language),
    cover: withPictures(row.cover),
    currency: withPictures(row.currency),
    i18n: row.i18n,
    widget: row.widget,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return pick(record, fields);
}
