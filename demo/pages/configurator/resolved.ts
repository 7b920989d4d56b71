/** The hex of any colour that the browser knows, drawn as a single dot; `undefined` for what is none. */
export function resolvedByBrowser(value: string): string | undefined {
  if (!CSS.supports('color', value) || /\bvar\(|currentcolor/i.test(value)) return undefined;
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = '#000000';
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const dot = pen.getImageData(0, 0, 1, 1).data;
  return `#${[...dot].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
