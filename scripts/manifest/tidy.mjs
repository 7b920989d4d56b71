/** @typedef {import('custom-elements-manifest/schema').Package} Package */
/** @typedef {import('custom-elements-manifest/schema').CustomElement & {readonly kind: string}} Class */
/** @typedef {import('custom-elements-manifest/schema').ClassMember} Member */

/**
 * Leaves in the manifest what a page can use: classes without their private members, no name that was made of an expression, no
 * default that is code. Paths are those of the published modules.
 */
export const tidy = () => ({
  name: 'tidy',
  /** @param {{customElementsManifest: Package}} context */
  packageLinkPhase({customElementsManifest: manifest}) {
    for (const module of manifest.modules) {
      module.path = published(module.path);
      module.declarations = (module.declarations ?? []).filter(({kind}) => kind === 'class');
      for (const one of module.declarations) tidyClass(/** @type {Class} */ (one));
      const names = module.declarations.map(({name}) => name);
      module.exports = (module.exports ?? []).filter(
        ({kind, declaration}) => kind !== 'js' || names.includes(declaration.name),
      );
      for (const {declaration} of module.exports) {
        if (declaration.module) declaration.module = published(declaration.module);
      }
    }
  },
});

/** @param {Class} declaration */
function tidyClass(declaration) {
  const {members = [], attributes = [], events} = declaration;
  const hidden = members.filter(isPrivate).map(({name}) => name);
  declaration.members = members.filter((member) => !isPrivate(member) && isToldOf(member));
  for (const member of declaration.members) {
    if (member.kind !== 'field') continue;
    tidyValue(member);
    // A constructor's parameter is no default, nor is the code that makes a value.
    if (member.default === member.name || member.default?.startsWith('new ')) delete member.default;
  }
  if (!declaration.tagName) return void delete declaration.attributes;
  declaration.attributes = attributes.filter(({fieldName}) => !fieldName || !hidden.includes(fieldName));
  for (const attribute of declaration.attributes) tidyValue(attribute);
  // What is dispatched under a name that only the running program knows is told of by @fires.
  if (events) declaration.events = events.filter(({name, description}) => name && description);
}

/** @param {Member} member */
const isPrivate = ({privacy, name}) => privacy === 'private' || name.startsWith('#');

/**
 * The list of a class's properties brings back those that `@ignore` has taken out, without their types.
 *
 * @param {Member} member
 */
const isToldOf = (member) => member.kind === 'method' || !!member.type || !!member.description;

/** @param {{type?: {text: string}, description?: string}} value */
function tidyValue(value) {
  if (value.type) {
    const kinds = value.type.text.split(' | ').filter((kind) => kind !== 'undefined');
    value.type.text = [...new Set(kinds)].join(' | ');
  }
  if (value.description) value.description = value.description.replace(/\s*\n\s*/g, ' ');
}

/** @param {string} path */
const published = (path) => path.replace(/^\/?src\//, 'dist/lib/').replace(/\.ts$/, '.js');
