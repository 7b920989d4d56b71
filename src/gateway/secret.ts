/** The same few secrets are looked for again and again. */
const known = new Map<string, readonly string[]>();

/**
 * Takes secrets out of a text, in whatever form software writes them: as they are, in JSON, in an address, in HTML,
 * in base64, in hexadecimal.
 *
 * @param instead - What stands in their place.
 */
export function without(text: string, secrets: readonly string[], instead: string): string {
  let rest = text;
  for (const secret of secrets) {
    for (const form of formsOf(secret)) if (rest.includes(form)) rest = rest.replaceAll(form, instead);
  }
  return rest;
}

function formsOf(secret: string): readonly string[] {
  let forms = known.get(secret);
  if (!forms) {
    forms = secret === '' ? [] : [...new Set(writtenForms(secret))];
    known.set(secret, forms);
  }
  return forms;
}

/** Keys are printable ASCII: the settings take no others. */
function writtenForms(secret: string): readonly string[] {
  const html = secret.replace(
    /[&<>"]/g,
    (character) => `&${{'&': 'amp', '<': 'lt', '>': 'gt'}[character] ?? 'quot'};`,
  );
  const hex = [...secret].map((character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const base64 = btoa(secret).replace(/=+$/, '');
  const base64url = base64.replaceAll('+', '-').replaceAll('/', '_');
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [secret, inJson, html, encodeURIComponent(secret), base64, base64url, hex, hex.toUpperCase()];
}
