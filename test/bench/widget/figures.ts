/** The value in the middle; the mean of the two there, where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** A line of the table: what both pages took in each round. */
export interface Row {
  readonly name: string;
  readonly ours: readonly number[];
  readonly vanilla: readonly number[];
  readonly write: (value: number) => string;
  /** What our figure must not exceed: by itself, or as a multiple of the vanilla page's. */
  readonly most?: number;
  readonly mostRatio?: number;
}

/**
 * Ours in terms of the vanilla page's: the middle of the ratios of each round, for within a round both had the same
 * machine, however busy it was; to two decimals. `undefined` where the vanilla page's figure is nothing.
 */
export function ratioOf({ours, vanilla}: Row): number | undefined {
  const ratio = median(ours.map((one, round) => one / vanilla[round]!));
  return Number.isFinite(ratio) ? Number(ratio.toFixed(2)) : undefined;
}

/** The table: the middle of all rounds, with the least and the most of them. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const {name, ours, vanilla, write, most, mostRatio} = row;
    const ratio = ratioOf(row);
    const aims = [
      ...(most === undefined ? [] : [`at most ${write(most)}`]),
      ...(mostRatio === undefined ? [] : [`ratio at most ${mostRatio.toFixed(1)}`]),
    ];
    return [name, spread(ours, write), spread(vanilla, write), ratio?.toFixed(2) ?? '', aims.join(', ')];
  });
  const head = [title, 'ours', 'vanilla', 'ratio', 'aim'];
  return [head, ...lines]
    .map(([name = '', ours = '', vanilla = '', ratio = '', aim = '']) =>
      `${name.padEnd(27)}${ours.padStart(25)}${vanilla.padStart(25)}${ratio.padStart(8)}   ${aim}`.trimEnd(),
    )
    .join('\n');
}

/** What of the rows does not reach its aim, in words. */
export function shortOf(title: string, rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => {
    const {name, ours, write, most, mostRatio} = row;
    const ratio = ratioOf(row) ?? NaN;
    const value = median(ours);
    return [
      ...(most === undefined || value <= most
        ? []
        : [`${title}: ${name} ${write(value)}, more than ${write(most)}`]),
      ...(mostRatio === undefined || ratio <= mostRatio
        ? []
        : [`${title}: ${name} ${ratio.toFixed(2)} of the vanilla page's, more than ${mostRatio.toFixed(1)}`]),
    ];
  });
}

function spread(values: readonly number[], write: (value: number) => string): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(write);
  const [middle, unit = ''] = write(median(values)).split(' ');
  const range = least === most ? '' : ` (${parseFloat(least!)}–${parseFloat(most!)})`;
  return `${middle}${range} ${unit}`.trim();
}
