import * as v from 'valibot';
import {INTERVAL_UNITS, MAX_LENGTH, PERMISSION_TYPES} from '../assumptions.ts';
import {amount, count, filledText, flag, objectOf, oneOf} from '../http/validate.ts';

const labels = v.array(filledText(MAX_LENGTH.label), 'a list of names');

const members = objectOf({
  isEnabled: flag,
  type: oneOf(PERMISSION_TYPES),
  permission: v.partial(
    objectOf({
      roleNames: labels,
      tagNames: labels,
      usernames: labels,
      combination: v.array(
        objectOf({type: oneOf(PERMISSION_TYPES), values: labels}),
        'a list of combinations',
      ),
    }),
  ),
  purchaseAccess: v.partial(objectOf({specialPrice: v.nullable(amount), isSpecialPriceEnabled: flag})),
  purchaseLimit: v.partial(
    objectOf({
      isPurchaseLimitEnabled: flag,
      quantity: count(1),
      intervalCount: count(1),
      intervalUnit: oneOf(INTERVAL_UNITS),
    }),
  ),
  accessLevel: filledText(MAX_LENGTH.label),
  isExclusiveTagEnabled: flag,
});

/** One entry of `productPermission`: who sees the product, and what it costs them. */
export const permissionEntry = v.pipe(v.partial(members), v.metadata({ref: 'Permission'}));

/** An entry with all of its members, as a bulk update must give it and every answer does. */
export const wholePermission = v.pipe(members, v.metadata({ref: 'WholePermission'}));

export type PermissionEntry = v.InferOutput<typeof permissionEntry>;
