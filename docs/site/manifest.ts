/** What the docs read of the elements' manifest (custom-elements.json, schema 2). */
export interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Declaration[]}[];
}

/** Whatever has a name and is told of. */
export interface Named {
  readonly name: string;
  readonly description?: string;
}

/** What has a type too, and perhaps a value from the start. */
export interface Typed extends Named {
  readonly type?: {readonly text: string};
  readonly default?: string;
}

/** An element, or another declaration, which has no tag. */
export interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly (Typed & {readonly fieldName?: string})[];
  readonly members?: readonly (Typed & {
    readonly kind: string;
    readonly attribute?: string;
    readonly readonly?: boolean;
    readonly privacy?: string;
    readonly static?: boolean;
    readonly inheritedFrom?: object;
  })[];
  readonly events?: readonly Typed[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly (Named & {readonly default?: string})[];
}

/** The elements of a manifest, in their order. */
export const elementsIn = (manifest: Manifest): Declaration[] =>
  manifest.modules.flatMap(({declarations = []}) => declarations.filter(({tagName}) => tagName));

/** What of a class is for everybody: no private member, none of the class itself, none that begins with `_`. */
export const publicOf = (declaration: Declaration | undefined, kind: 'field' | 'method') =>
  (declaration?.members ?? []).filter(
    (member) =>
      member.kind === kind &&
      (member.privacy ?? 'public') === 'public' &&
      !member.static &&
      !member.inheritedFrom &&
      !/^[_#]/.test(member.name),
  );
