/**
 * The origin of the page around the frame, where the browser tells it and it is allowed: by `ancestorOrigins`, which not all have, else by
 * the referrer, which a host may hold back.
 */
export function surroundingOrigin(isAllowed: (origin: string) => boolean): string | undefined {
  const {ancestorOrigins} = location as {ancestorOrigins?: DOMStringList};
  const origin = ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  return origin && isAllowed(origin) ? origin : undefined;
}
