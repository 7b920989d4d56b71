/** Columns whose cells may hold a duration instead of a date. */
const DATES = ['Discount Start Date', 'Discount End Date', 'Voucher Expire Date'];

const DURATION = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MILLISECONDS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** A product's rows: the one that starts it, and those that add permissions to it. */
export interface ProductRows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Rows gathered to products; a row without a name belongs to the one above. */
export function gather(headers: readonly string[], rows: readonly (readonly string[])[]): ProductRows[] {
  const at = headers.indexOf('Name');
  const products: {name: string; rows: (readonly string[])[]}[] = [];
  for (const row of rows) {
    const name = row[at] ?? '';
    if (name === '' && products.length > 0) products.at(-1)!.rows.push(row);
    else products.push({name, rows: [row]});
  }
  return products;
}

/** A row whose durations (ISO 8601, `PT3M`, `-P2D`) have become dates, counted from `now` (epoch ms). */
export function withDates(headers: readonly string[], row: readonly string[], now: number): string[] {
  return row.map((cell, at) => (DATES.includes(headers[at] ?? '') ? dateAt(cell, now) : cell));
}

/** One line of a CSV, every cell quoted. */
export const csvLine = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

function dateAt(cell: string, now: number): string {
  const match = DURATION.exec(cell.trim());
  if (!match) return cell;
  const [, minus, ...amounts] = match;
  const length = MILLISECONDS.reduce((sum, unit, at) => sum + unit * Number(amounts[at] ?? 0), 0);
  return new Date(now + (minus ? -length : length)).toISOString();
}
