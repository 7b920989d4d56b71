/**
 * An envelope whose `data` is right JSON of wrong types, always the same way: numbers as texts, texts as numbers or null,
 * flags as texts, lists as objects and the other way round. Ids stay, so that records can be told apart.
 */
export function withWrongTypes(envelope: unknown): unknown {
  const {data, ...rest} = envelope as {data?: unknown};
  if (data === undefined) return envelope;
  return {...rest, data: Array.isArray(data) ? data.map(membersWrong) : membersWrong(data)};
}

function membersWrong(record: unknown): unknown {
  const members = Object.entries(record as Record<string, unknown>);
  return Object.fromEntries(members.map(([name, value]) => [name, name === '_id' ? value : wrong(value)]));
}

function wrong(value: unknown): unknown {
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string') return value.length % 2 === 0 ? value.length : null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return {...value};
  return value === null ? [] : (Object.values(value as object) as unknown);
}
