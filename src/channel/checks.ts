/** What a check gives for anything that it does not accept. */
export const WRONG = Symbol('wrong');

/** Takes a value over, rebuilt from what is known of it, or says `WRONG`. It never throws. */
export type Check<T> = (value: unknown) => T | typeof WRONG;

/** The members of a record, each with its check. */
export type Shape = Readonly<Record<string, Check<unknown>>>;

/** What a record of that shape holds. */
export type Made<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends Check<infer T> ? T : never;
};

/** A text of at most so many UTF-16 units. */
export const text =
  (most: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value.length <= most ? value : WRONG;

/** A text that a pattern describes in full. */
export const like =
  (pattern: RegExp): Check<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : WRONG;

/** A number between two others, which no `NaN` is. */
export const between =
  (least: number, most: number): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : WRONG;

/** Yes or no. */
export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : WRONG);

/** One of a few words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Check<Word> =>
  (value) =>
    words.find((word) => word === value) ?? WRONG;

/** May be missing. */
export const maybe =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value) =>
    value === undefined ? undefined : check(value);

/** At most so many of a kind. */
export const listOf =
  <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return WRONG;
    const made = value.map(check);
    return made.includes(WRONG) ? WRONG : (made as T[]);
  };

/** An object's own members as `shape` names them; any others are left behind. */
export const record =
  <S extends Shape>(shape: S): Check<Made<S>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return WRONG;
    const made: Record<string, unknown> = {};
    for (const name of Object.keys(shape)) {
      const member = shape[name]!(Object.hasOwn(value, name) ? value[name as never] : undefined);
      if (member === WRONG) return WRONG;
      if (member !== undefined) made[name] = member;
    }
    return made as Made<S>;
  };
