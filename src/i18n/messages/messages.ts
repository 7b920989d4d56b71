import type {en} from './en.ts';

type Key = keyof typeof en;
type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Counted = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** What can be said: every key of English, those that count by their stem. */
export type MessageKey = Exclude<Key, `${Counted}_${Category}`> | Counted;

/** The words of a language: every key of English, with `_other` and whatever further plural categories it has. */
export type Messages = {
  readonly [K in Exclude<Key, `${Counted}_${Category}`> | `${Counted}_other`]: string;
} & {
  readonly [K in `${Counted}_${Exclude<Category, 'other'>}`]?: string;
};
