import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/** A product's words in one language, as the catalogue's files have them. */
interface Words {
  readonly name?: string;
  readonly description?: string;
  readonly redemptionInstructions?: string;
}

/** A product's `i18n`, as the Store API takes it. */
export type ProductI18n = {isTranslationEnabled: boolean} & Record<
  'nameTranslations' | 'descriptionTranslations' | 'redemptionInstructionsTranslations',
  {language: string; value: string}[]
>;

/** Every translation of a folder of `<language>.json` files, by the product's original name. */
export async function readTranslations(folder: string): Promise<Map<string, ProductI18n>> {
  const products = new Map<string, ProductI18n>();
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  for (const file of files) {
    const language = path.basename(file, '.json');
    const words = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Record<string, Words>;
    for (const [original, one] of Object.entries(words)) {
      const i18n = products.get(original) ?? untranslated();
      products.set(original, i18n);
      for (const field of ['name', 'description', 'redemptionInstructions'] as const) {
        const value = one[field];
        if (value !== undefined) i18n[`${field}Translations`].push({language, value});
      }
    }
  }
  return products;
}

const untranslated = (): ProductI18n => ({
  isTranslationEnabled: true,
  nameTranslations: [],
  descriptionTranslations: [],
  redemptionInstructionsTranslations: [],
});
