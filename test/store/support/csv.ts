/** The documented headers of a product upload, in their order. */
export const HEADERS = [
  'Name', 'Description', 'Image', 'Price', 'Category Name', 'Discount Enabled', 'Discount Price', 'Discount Start Date',
  'Discount End Date', 'User Information Enabled', 'Collect Name', 'Collect Phone', 'Collect Address',
  'Prioritize Expiring Vouchers', 'Display Remaining Quantity', 'Expiring Highlight Enabled',
  'Expiring Highlight Duration', 'Expiring Highlight Timeframe', 'Archived', 'Redemption Instructions',
  'Product Access Enabled', 'Purchase Status Override Name', 'Vouchers', 'Voucher Expire Date', 'Permission Enabled',
  'Permission Type', 'Roles', 'Tags', 'Users', 'Combination Type', 'Combination Values', 'Special Price',
  'Special Price Enabled', 'Purchase Limit Enabled', 'Purchase Limit Quantity', 'Purchase Limit Interval Count',
  'Purchase Limit Interval Unit', 'Access Level', 'Exclusive Tag Enabled',
] as const; // prettier-ignore

/** A row by its headers; what is not named is blank. */
export type CsvRow = Partial<Record<(typeof HEADERS)[number] | 'Product ID', string>>;

/** A CSV with the documented headers and these rows. */
export function csvOf(
  rows: readonly CsvRow[],
  {headers = HEADERS, newline = '\n'}: {headers?: readonly string[]; newline?: string} = {},
): string {
  const lines = rows.map((row) =>
    headers.map((header) => quoted(row[header as keyof CsvRow] ?? '')).join(','),
  );
  return [headers.join(','), ...lines, ''].join(newline);
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
