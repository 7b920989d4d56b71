import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/));
const date = v.pipe(v.string(), v.isoTimestamp());
const translation = v.object({language: v.string(), value: v.string()});

const members = {
  communityID: id,
  name: v.string(),
  coverImage: v.string(),
  shouldShowCover: v.boolean(),
  isArchived: v.boolean(),
  viewType: v.picklist(['full', 'preview']),
  displayOrder: v.pipe(v.number(), v.integer()),
  categoryPermission: v.array(v.unknown()),
  i18n: v.looseObject({
    isTranslationEnabled: v.optional(v.boolean()),
    nameTranslations: v.optional(v.array(translation)),
  }),
  defaultPurchaseStatusID: v.nullable(id),
  createdAt: date,
  updatedAt: date,
};

/** A category as a read gives it: `_id` always, the other members as `fields` says. */
export const category = v.pipe(
  v.strictObject({_id: id, ...v.partial(v.object(members)).entries}),
  v.metadata({ref: 'Category'}),
);

/** A category as a write answers it. */
export const writtenCategory = v.pipe(
  v.strictObject({_id: id, ...members}),
  v.metadata({ref: 'WrittenCategory'}),
);
