import type {Problem} from '../http/errors.ts';
import type {Resolved} from './columns.ts';
import type {ProductChange} from './input.ts';
import {type Names, resolve} from './lookup.ts';

/** What a body's category and status mean; each that means nothing here is added to `problems`. */
export function resolveReferences(
  {categoryID, categoryName, purchaseStatusOverride, purchaseStatusOverrideName}: ProductChange,
  {categories, statuses}: Names,
  path: string,
  problems: Problem[],
): Resolved {
  const categoryId = resolve(
    {id: categoryID, name: categoryName},
    categories,
    {id: `${path}categoryID`, name: `${path}categoryName`, what: 'category'},
    problems,
  );
  const byName =
    purchaseStatusOverrideName === undefined ? purchaseStatusOverride?.status : purchaseStatusOverrideName;
  const statusId = resolve(
    {id: purchaseStatusOverride?.statusID, name: byName},
    statuses,
    {
      id: `${path}purchaseStatusOverride.statusID`,
      name:
        purchaseStatusOverrideName === undefined
          ? `${path}purchaseStatusOverride.status`
          : `${path}purchaseStatusOverrideName`,
      what: 'purchase status',
    },
    problems,
  );
  return {categoryId, statusId};
}

/** What is wrong with a body in itself, beyond the types of its members. */
export function describe({vouchers = [], voucherExpireDate}: ProductChange, path: string): Problem[] {
  if (voucherExpireDate !== '' || vouchers.length === 0) return [];
  return [
    {path: `${path}voucherExpireDate`, value: '', expected: 'a date, or null, since vouchers are given'},
  ];
}
