import type {Selectable} from 'kysely';
import type {CategoryTable} from '../database/tables.ts';
import {pick, type View} from '../record.ts';
import {translate} from '../translate.ts';

/** Every field that a read of a category may name. */
export const CATEGORY_FIELDS = [
  '_id',
  'communityID',
  'name',
  'coverImage',
  'shouldShowCover',
  'isArchived',
  'viewType',
  'displayOrder',
  'categoryPermission',
  'i18n',
  'defaultPurchaseStatusID',
  'createdAt',
  'updatedAt',
] as const;

export type CategoryField = (typeof CATEGORY_FIELDS)[number];

/** A category as the API gives it, on reads and after writes. */
export function readCategory(
  row: Selectable<CategoryTable>,
  {fields, language, pictureUrl}: View<CategoryField>,
): object {
  const record: Record<CategoryField, unknown> = {
    _id: row.id,
    communityID: row.community_id,
    name: translate(row.name, row.i18n, 'nameTranslations', language),
    coverImage: pictureUrl(row.cover_image),
    shouldShowCover: row.should_show_cover,
    isArchived: row.is_archived,
    viewType: row.view_type,
    displayOrder: row.display_order,
    categoryPermission: row.category_permission,
    i18n: row.i18n,
    defaultPurchaseStatusID: row.default_purchase_status_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return pick(record, fields);
}
