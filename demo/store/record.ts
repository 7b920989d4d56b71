import type {PictureUrl} from './picture-url.ts';

/** How a record is to be given. */
export interface View<Field extends string> {
  /** The fields that were asked for; undefined for all that come unasked. */
  readonly fields: ReadonlySet<Field> | undefined;
  readonly language: string | undefined;
  readonly pictureUrl: PictureUrl;
}

/** The members that were asked for, in the order of the documentation; without a wish, all but those of `onRequest`. */
export function pick<Field extends string>(
  record: Record<Field, unknown>,
  fields: ReadonlySet<Field> | undefined,
  onRequest: readonly Field[] = [],
): object {
  const wanted = fields ? (name: Field) => fields.has(name) : (name: Field) => !onRequest.includes(name);
  return Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name as Field)));
}
