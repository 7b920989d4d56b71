import type {en} from './en.ts';

type Key = keyof typeof en;
type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Counted = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;
type Uncounted = Exclude<Key, `${Counted}_${Category}`>;

/** What can be said: every key of English, those that count by their stem. */
export type MessageKey = Uncounted | Counted;

/**
 * The words of a language: every key of English, with the plural categories that the language has. These are what
 * `Intl.PluralRules` tells of it, such as `Messages<'one' | 'other'>`.
 */
export type Messages<Plurals extends Category = 'other'> = {
  readonly [K in Uncounted | `${Counted}_${Plurals | 'other'}`]: string;
};

/** Some words of a language, by key. */
export type SomeMessages = Partial<Messages<Category>>;
