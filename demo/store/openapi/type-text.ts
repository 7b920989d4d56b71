/** As much of JSON Schema as our descriptions use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** A piece of a type: plain words, or the name of a schema that stands elsewhere. */
export type Piece = string | {readonly ref: string};

/** A schema as a type that a person reads, in the manner of TypeScript, with its limits as remarks. */
export function typeText(schema: Schema, indent = ''): Piece[] {
  if (schema.$ref !== undefined) return [{ref: schema.$ref.split('/').at(-1) ?? ''}];
  if ('const' in schema) return [JSON.stringify(schema.const)];
  if (schema.enum) return [schema.enum.map((value) => JSON.stringify(value)).join(' | ')];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((one, at): Piece[] => [at > 0 ? ' | ' : '', ...typeText(one, indent)]);
  if (schema.type === 'array') return ['[', ...typeText(schema.items ?? {}, indent), ', …]'];
  if (schema.properties) return objectText(schema, indent);
  return [typeof schema.type === 'string' ? schema.type : schema.type ? schema.type.join(' | ') : 'any'];
}

function objectText({properties = {}, required = []}: Schema, indent: string): Piece[] {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, member]): Piece[] => [
    `\n${inner}${name}${required.includes(name) ? '' : '?'}: `,
    ...typeText(member, inner),
    remarkOf(member),
  ]);
  return lines.length > 0 ? ['{', ...lines, `\n${indent}}`] : ['{…}'];
}

/** What a type does not say: limits, defaults, descriptions. */
export function remarkOf({description, minimum, maximum, maxLength, pattern, ...schema}: Schema): string {
  const remarks = [
    description,
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && maximum < 2_147_483_647 && `to ${maximum}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    pattern !== undefined && pattern,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ].filter((remark) => typeof remark === 'string');
  return remarks.length > 0 ? `  // ${remarks.join('; ')}` : '';
}
