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
  ja: () => import('./ja.ts'),
  th: () => import('./th.ts'),
};

/** Their tags, which are also the names of the files. */
export const LANGUAGES: readonly string[] = Object.keys(FILES);

/** Loads the words of one of these languages. Rejects where they cannot be fetched. */
export const load = async (language: string) => FILES[language]!();
