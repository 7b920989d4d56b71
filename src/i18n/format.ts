import type {Countdown} from '../catalog/countdown.ts';

/** Numbers, percentages and times as a language writes them. An `Intl` formatter is dear to make, so each is made once. */
export class Format {
  readonly #language: string;
  #number: Intl.NumberFormat | undefined;
  #percent: Intl.NumberFormat | undefined;
  #moment: Intl.DateTimeFormat | undefined;
  #relative: Intl.RelativeTimeFormat | undefined;

  /** @param language - A well-formed BCP 47 tag. */
  constructor(language: string) {
    this.#language = language;
  }

  /** An amount, with at most two decimals. */
  number(value: number): string {
    this.#number ??= new Intl.NumberFormat(this.#language, {maximumFractionDigits: 2});
    return this.#number.format(value);
  }

  /** Whole percent, given as a number from 0 to 100. */
  percent(value: number): string {
    this.#percent ??= new Intl.NumberFormat(this.#language, {style: 'percent'});
    return this.#percent.format(value / 100);
  }

  /** A moment (epoch ms), in the shopper's time zone, such as "21 Nov, 10:42". */
  moment(time: number): string {
    this.#moment ??= new Intl.DateTimeFormat(this.#language, {
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return this.#moment.format(time);
  }

  /** When a countdown is over, such as "in 3 hours". */
  in({value, unit}: Countdown): string {
    this.#relative ??= new Intl.RelativeTimeFormat(this.#language);
    // The Unicode CLDR says "in a day (1)" in Hebrew; nobody writes so.
    return this.#relative.format(value, unit).replace(/ \(\d\)$/, '');
  }
}
