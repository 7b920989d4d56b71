import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/));
const date = v.pipe(v.string(), v.isoTimestamp());

/** A community's store. `widget` holds the widget's own key: whoever passes the answer on must take it out. */
export const store = v.pipe(
  v.strictObject({
    _id: id,
    ...v.partial(
      v.object({
        communityID: id,
        isEnabled: v.boolean(),
        title: v.string(),
        description: v.string(),
        cover: v.looseObject({}),
        currency: v.looseObject({}),
        i18n: v.looseObject({}),
        widget: v.looseObject({isEnabled: v.boolean(), apiKey: v.string()}),
        createdAt: date,
        updatedAt: date,
      }),
    ).entries,
  }),
  v.metadata({ref: 'Store'}),
);
