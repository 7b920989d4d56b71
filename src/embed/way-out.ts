/** A link to `address`, if it is one of the web; it says `label`, or the name of the site. */
export function wayOut(address: string, label?: string): HTMLAnchorElement | undefined {
  const link = document.createElement('a');
  link.href = address.replace('{product}', '');
  if (!/^https?:/.test(link.protocol)) return undefined;
  link.textContent = label ?? link.host;
  return link;
}
