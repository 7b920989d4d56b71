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

/** Ours in terms of the vanilla page's, round by round: within a round both had the same machine, however busy it was. */
const ratiosOf = ({ours, vanilla}: Row): readonly number[] =>
  ours.map((one, round) => one / vanilla[round]!).filter(Number.isFinite);

/** The ratio in the middle, to two decimals; `NaN` where the vanilla page's figures are nothing. */
const ratioOf = (row: Row): number => Number(median(ratiosOf(row)).toFixed(2));

/** The table: the middle of all rounds, with the least and the most of them. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const {name, ours, vanilla, write, most, mostRatio} = row;
    const ratios = ratiosOf(row);
    const ratio = ratios.length ? spread(ratios, (value) => value.toFixed(2)) : '';
    const aims = [
      ...(most === undefined ? [] : [`at most ${write(most)}`]),
      ...(mostRatio === undefined ? [] : [`ratio at most ${mostRatio.toFixed(1)}`]),
    ];
    return [name, spread(ours, write), spread(vanilla, write), ratio, aims.join(', ')];
  });
  const head = [title, 'ours', 'vanilla', 'ratio', 'aim'];
  return [head, ...lines]
    .map(([name = '', ours = '', vanilla = '', ratio = '', aim = '']) =>
      `${name.padEnd(27)}${ours.padStart(22)}${vanilla.padStart(22)}${ratio.padStart(20)}   ${aim}`.trimEnd(),
    )
    .join('\n');
}

/** What of the rows does not reach its aim, in words. */
export function shortOf(title: string, rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => {
    const {name, ours, write, most, mostRatio} = row;
    const ratio = ratioOf(row);
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
  const range = least === most ? '' : ` (${least!.split(' ')[0]}–${most!.split(' ')[0]})`;
  return `${middle}${range} ${unit}`.trim();
}
