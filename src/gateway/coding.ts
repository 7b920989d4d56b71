/** The content codings that answers are sent in, the best first. */
const CODINGS = ['br', 'gzip'] as const;

export type Coding = (typeof CODINGS)[number];

/** Compresses bytes in each coding. */
export type Compressors = Readonly<Record<Coding, (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>>>;

/** The best coding that an `Accept-Encoding` header takes; `undefined` for bytes as they are. */
export function codingFor(accepted: string | null): Coding | undefined {
  if (!accepted) return undefined;
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  return CODINGS.find((coding) => taken.includes(coding));
}
