/** The environment, or what stands in for it. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with a configuration, each with its remedy, one to a line. It shows no setting's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(mistakes: readonly string[]) {
    super(['The gateway is not configured:', ...mistakes.map((mistake) => `  - ${mistake}`)].join('\n'));
  }
}

/** Collects mistakes while settings are read, so that all are told at once. */
export class Mistakes {
  readonly #found: string[] = [];

  /** The value that `read` gives; where it throws, its message is kept and `undefined` stands in. */
  gather<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this.#found.push((error as Error).message);
      return undefined;
    }
  }

  /** @throws {ConfigError} Where there was any mistake. */
  check(): void {
    if (this.#found.length > 0) throw new ConfigError([...new Set(this.#found)]);
  }
}

/** A setting's text without the space around it; `undefined` where it is not set or empty. */
export const textOf = (settings: Settings, name: string): string | undefined =>
  settings[name]?.trim() || undefined;

/** A list with commas between its entries. */
export const listOf = (settings: Settings, name: string): readonly string[] =>
  (settings[name] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** A whole number. Throws an error that names the setting, the range and the default. */
export function numberOf(
  settings: Settings,
  name: string,
  least: number,
  most: number,
  usual: number,
): number {
  const text = textOf(settings, name) ?? String(usual);
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most) {
    throw new Error(
      `${name} is not a whole number from ${least} to ${most}: correct it, or leave it out for ${usual}.`,
    );
  }
  return value;
}

/** `true` or `false`, the latter where it is not set. */
export function flagOf(settings: Settings, name: string): boolean {
  const text = textOf(settings, name) ?? 'false';
  if (text !== 'true' && text !== 'false')
    throw new Error(`${name} is neither true nor false: write one of them.`);
  return text === 'true';
}
