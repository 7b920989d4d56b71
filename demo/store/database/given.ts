/** The members of an object that say something: without those that are undefined. */
export function given<Columns extends object>(
  columns: Columns,
): {[Name in keyof Columns]?: Exclude<Columns[Name], undefined>} {
  const said = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as {[Name in keyof Columns]?: Exclude<Columns[Name], undefined>};
}
