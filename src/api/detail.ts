import type {InformationField, Product} from '../catalog/product.ts';
import {objectOf, textOf, type Json} from './members.ts';
import type {ProductView} from './projection.ts';

/** What the detail shows of a product. It is apart from what cards need, because it comes after the first of them. */
export const DETAIL: ProductView = {
  parts: ['image', 'name', 'price', 'stock'],
  fields: ['description', 'redemptionInstructions', 'categoryID', 'userInformation'],
  decode: (record): Partial<Product> => ({
    instructions: textOf(record.redemptionInstructions),
    categoryId: textOf(record.categoryID),
    information: informationOf(objectOf(record.userInformation)),
  }),
};

const informationOf = (item: Json) =>
  ['Name', 'Phone', 'Address']
    .filter((field) => item.isEnabled === true && item[`shouldCollect${field}`] === true)
    .map((field) => field.toLowerCase() as InformationField);
