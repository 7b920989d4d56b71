import type {GenericSchema} from 'valibot';
import type {Problem} from '../http/errors.ts';
import {problemsOf} from '../http/validate.ts';
import type {ProductChange} from './input.ts';
import type {Names} from './lookup.ts';
import {describe, resolveReferences} from './references.ts';

/**
 * What is wrong with the bodies of products, all at once: members that are not as their schema says, and names that
 * mean nothing in this community.
 */
export function checkBodies(
  schema: GenericSchema,
  bodies: readonly unknown[],
  names: Names,
  pathOf: (index: number) => string,
): Problem[] {
  return bodies.flatMap((body, index) => {
    const prefix = pathOf(index);
    const members = problemsOf(schema, body).map((problem) => ({
      ...problem,
      path: join(prefix, problem.path ?? ''),
    }));
    const told = new Set(members.map(({path}) => path));
    const readable = readableOf(body);
    const references = describe(readable, prefix);
    resolveReferences(readable, names, prefix, references);
    return [...members, ...references.filter(({path = ''}) => !told.has(path))];
  });
}

/** `[3].` and `price` make `[3].price`; the item itself is `[3]`. */
const join = (prefix: string, path: string) => (path === '' ? prefix.replace(/\.$/, '') : prefix + path);

/** Of a body that nobody has checked, the members that refer to something, where they are of the right type. */
function readableOf(body: unknown): ProductChange {
  const members = membersOf(body);
  const override = membersOf(members['purchaseStatusOverride']);
  return {
    categoryID: textOf(members['categoryID']),
    categoryName: textOf(members['categoryName']),
    purchaseStatusOverrideName: textOf(members['purchaseStatusOverrideName']),
    purchaseStatusOverride: {statusID: textOf(override['statusID']), status: textOf(override['status'])},
    vouchers: Array.isArray(members['vouchers']) ? (members['vouchers'] as string[]) : undefined,
    voucherExpireDate: textOf(members['voucherExpireDate']),
  };
}

const membersOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
