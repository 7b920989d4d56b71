import * as v from 'valibot';
import {MAX_LENGTH} from '../assumptions.ts';
import {filledText, flag, objectOf, oneOf, pictureAddress, text, translations} from '../http/validate.ts';

const picture = pictureAddress(MAX_LENGTH.url);
const list = v.array(v.unknown(), 'a list');

const palette = objectOf({
  name: v.optional(text(MAX_LENGTH.label)),
  palette: v.optional(v.record(v.string(), text(MAX_LENGTH.label))),
});

const size = objectOf({
  mode: v.optional(oneOf(['dynamic', 'fixed'])),
  width: v.optional(v.nullable(v.pipe(v.number('a number over 0'), v.gtValue(0, 'a number over 0')))),
  height: v.optional(v.nullable(v.pipe(v.number('a number over 0'), v.gtValue(0, 'a number over 0')))),
});

/** The widget's settings, without the members that the service alone sets. */
const widget = objectOf({
  isEnabled: v.optional(flag),
  allowedDomains: v.optional(v.array(filledText(MAX_LENGTH.url), 'a list of domains')),
  accessMode: v.optional(oneOf(['live', 'development'])),
  testUsers: v.optional(list),
  testRoles: v.optional(list),
  size: v.optional(size),
  appearance: v.optional(
    objectOf({light: v.optional(palette), dark: v.optional(palette), useCommunityTheme: v.optional(flag)}),
  ),
  callToAction: v.optional(
    objectOf({
      isEnabled: v.optional(flag),
      text: v.optional(text(MAX_LENGTH.label)),
      link: v.optional(text(MAX_LENGTH.url)),
    }),
  ),
  userIdentifierFields: v.optional(list),
});

/** The body of PUT /stores: any subset, in either of the two editions of `cover` and `currency`. */
export const storeChange = v.pipe(
  objectOf(
    {
      isEnabled: v.optional(flag),
      title: v.optional(
        v.pipe(
          text(32),
          v.check((value) => [...value].length <= 32, 'a text of at most 32 characters'),
        ),
      ),
      description: v.optional(text(MAX_LENGTH.html)),
      cover: v.optional(
        objectOf({
          isEnabled: v.optional(flag),
          light: v.optional(picture),
          dark: v.optional(picture),
          type: v.optional(text(MAX_LENGTH.label)),
          value: v.optional(picture),
        }),
      ),
      currency: v.optional(
        objectOf({
          isEnabled: v.optional(flag),
          name: v.optional(text(MAX_LENGTH.label)),
          symbol: v.optional(text(MAX_LENGTH.label)),
          light: v.optional(picture),
          dark: v.optional(picture),
        }),
      ),
      i18n: v.optional(
        objectOf({
          isTranslationEnabled: v.optional(flag),
          titleTranslations: v.optional(translations(MAX_LENGTH.name)),
          descriptionTranslations: v.optional(translations(MAX_LENGTH.html)),
        }),
      ),
      widget: v.optional(widget),
    },
    'a store configuration (an object)',
  ),
  v.metadata({ref: 'StoreChange'}),
);

export type StoreChange = v.InferOutput<typeof storeChange>;

/** What only the service sets, by the path at which a body could try to. */
export const SET_BY_SERVICE = [
  ['communityID'],
  ['widgetID'],
  ['widget', 'apiKey'],
  ['widget', 'widgetID'],
  ['widget', 'communityID'],
];
