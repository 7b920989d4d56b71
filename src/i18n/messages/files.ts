import type {Messages} from './messages.ts';

/**
 * The languages that have a file of their own; English comes with the engine.
 *
 * The boot script's build puts a shorter module in the place of this one, with the same exports: see
 * `scripts/vite/language-files.ts`.
 */
const FILES: Readonly<Record<string, () => Promise<{readonly messages: Messages}>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fa: () => import('./fa.ts'),
  fr: () => import('./fr.ts'),
  he: () => import('./he.ts'),
  hi: () => import('./hi.ts'),
  id: () => import('./id.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  ms: () => import('./ms.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
  ru: () => import('./ru.ts'),
  th: () => import('./th.ts'),
  tr: () => import('./tr.ts'),
  vi: () => import('./vi.ts'),
  zh: () => import('./zh.ts'),
  'zh-Hant': () => import('./zh-Hant.ts'),
};

/** Their tags, which are also the names of the files. */
export const LANGUAGES: readonly string[] = Object.keys(FILES);

/** Loads the words of one of these languages. Rejects where they cannot be fetched. */
export const load = (language: string | undefined) => (language ? FILES[language]!() : undefined);
