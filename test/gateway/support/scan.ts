/** What was found of a secret, and how it was written. */
export function tracesOf(secret: string, text: string): string[] {
  const forms = {
    raw: secret,
    'in part': '',
    base64: Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    base64url: Buffer.from(secret).toString('base64url'),
    hex: Buffer.from(secret).toString('hex'),
    HEX: Buffer.from(secret).toString('hex').toUpperCase(),
    'URL-encoded': encodeURIComponent(secret),
    backwards: [...secret].reverse().join(''),
  };
  const found = Object.entries(forms).filter(([, form]) => form && text.includes(form));
  const slices = Array.from({length: secret.length - 7}, (_, start) => secret.slice(start, start + 8));
  return [
    ...found.map(([name]) => name),
    ...(slices.some((slice) => text.includes(slice)) ? ['in part'] : []),
  ];
}
