/** How the text of a cell becomes a value. */
export type CellKind = 'text' | 'number' | 'flag' | 'list';

/** One documented column: its header, the member that it sets, and how. */
export interface Column {
  readonly header: string;
  readonly path: string;
  readonly kind: CellKind;
}

/** The column that comes first when products are updated. */
export const PRODUCT_ID: Column = {header: 'Product ID', path: 'productID', kind: 'text'};

/** Columns of a product, in the documented order. */
export const PRODUCT_COLUMNS: readonly Column[] = [
  {header: 'Name', path: 'name', kind: 'text'},
  {header: 'Description', path: 'description', kind: 'text'},
  {header: 'Image', path: 'image', kind: 'text'},
  {header: 'Price', path: 'price', kind: 'number'},
  {header: 'Category Name', path: 'categoryName', kind: 'text'},
  {header: 'Discount Enabled', path: 'isDiscountEnabled', kind: 'flag'},
  {header: 'Discount Price', path: 'discountPrice', kind: 'number'},
  {header: 'Discount Start Date', path: 'discountStartDate', kind: 'text'},
  {header: 'Discount End Date', path: 'discountEndDate', kind: 'text'},
  {header: 'User Information Enabled', path: 'userInformation.isEnabled', kind: 'flag'},
  {header: 'Collect Name', path: 'userInformation.shouldCollectName', kind: 'flag'},
  {header: 'Collect Phone', path: 'userInformation.shouldCollectPhone', kind: 'flag'},
  {header: 'Collect Address', path: 'userInformation.shouldCollectAddress', kind: 'flag'},
  {header: 'Prioritize Expiring Vouchers', path: 'shouldPrioritiesExpiringVouchers', kind: 'flag'},
  {header: 'Display Remaining Quantity', path: 'shouldDisplayRemainingQuantity', kind: 'flag'},
  {header: 'Expiring Highlight Enabled', path: 'expiringVoucherHighlight.isEnabled', kind: 'flag'},
  {header: 'Expiring Highlight Duration', path: 'expiringVoucherHighlight.duration', kind: 'number'},
  {header: 'Expiring Highlight Timeframe', path: 'expiringVoucherHighlight.timeframe', kind: 'text'},
  {header: 'Archived', path: 'isArchived', kind: 'flag'},
  {header: 'Redemption Instructions', path: 'redemptionInstructions', kind: 'text'},
  {header: 'Product Access Enabled', path: 'isProductAccessEnabled', kind: 'flag'},
  {header: 'Purchase Status Override Name', path: 'purchaseStatusOverrideName', kind: 'text'},
  {header: 'Vouchers', path: 'vouchers', kind: 'list'},
  {header: 'Voucher Expire Date', path: 'voucherExpireDate', kind: 'text'},
];

/** Columns of one permission entry, below `productPermission`, in the documented order after the product's. */
export const PERMISSION_COLUMNS: readonly Column[] = [
  {header: 'Permission Enabled', path: 'isEnabled', kind: 'flag'},
  {header: 'Permission Type', path: 'type', kind: 'text'},
  {header: 'Roles', path: 'permission.roleNames', kind: 'list'},
  {header: 'Tags', path: 'permission.tagNames', kind: 'list'},
  {header: 'Users', path: 'permission.usernames', kind: 'list'},
  {header: 'Combination Type', path: 'permission.combination.type', kind: 'text'},
  {header: 'Combination Values', path: 'permission.combination.values', kind: 'list'},
  {header: 'Special Price', path: 'purchaseAccess.specialPrice', kind: 'number'},
  {header: 'Special Price Enabled', path: 'purchaseAccess.isSpecialPriceEnabled', kind: 'flag'},
  {header: 'Purchase Limit Enabled', path: 'purchaseLimit.isPurchaseLimitEnabled', kind: 'flag'},
  {header: 'Purchase Limit Quantity', path: 'purchaseLimit.quantity', kind: 'number'},
  {header: 'Purchase Limit Interval Count', path: 'purchaseLimit.intervalCount', kind: 'number'},
  {header: 'Purchase Limit Interval Unit', path: 'purchaseLimit.intervalUnit', kind: 'text'},
  {header: 'Access Level', path: 'accessLevel', kind: 'text'},
  {header: 'Exclusive Tag Enabled', path: 'isExclusiveTagEnabled', kind: 'flag'},
];
