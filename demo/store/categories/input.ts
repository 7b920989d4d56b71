import * as v from 'valibot';
import {MAX_LENGTH} from '../assumptions.ts';
import {
  count,
  filledText,
  flag,
  id,
  objectOf,
  oneOf,
  pictureAddress,
  text,
  translations,
} from '../http/validate.ts';

const wholeCategory = objectOf(
  {
    name: filledText(MAX_LENGTH.name),
    coverImage: v.optional(pictureAddress(MAX_LENGTH.url)),
    shouldShowCover: v.optional(flag),
    isArchived: v.optional(flag),
    viewType: v.optional(oneOf(['full', 'preview'])),
    displayOrder: v.optional(count(0)),
    categoryPermission: v.optional(v.array(v.unknown(), 'a list')),
    i18n: v.optional(
      objectOf({
        isTranslationEnabled: v.optional(flag),
        nameTranslations: v.optional(translations(MAX_LENGTH.name)),
      }),
    ),
    defaultPurchaseStatusID: v.optional(v.nullable(id)),
    defaultPurchaseStatusName: v.optional(v.nullable(text(MAX_LENGTH.label))),
  },
  'a category (an object)',
);

/** The body of POST /categories. */
export const newCategory = v.pipe(wholeCategory, v.metadata({ref: 'NewCategory'}));

/** The body of PUT /categories/{id}: any subset. */
export const categoryChange = v.pipe(v.partial(wholeCategory), v.metadata({ref: 'CategoryChange'}));

export type NewCategory = v.InferOutput<typeof newCategory>;
export type CategoryChange = v.InferOutput<typeof categoryChange>;
