/** Turns a stored picture's address into one to fetch: what begins with `/` is a file of this very service. */
export type PictureUrl = (stored: string) => string;

/** Addresses stay right when the service moves to another port or host, since only the path is stored. */
export const pictureUrlAt =
  (publicUrl: string): PictureUrl =>
  (stored) =>
    stored.startsWith('/') && !stored.startsWith('//') ? publicUrl.replace(/\/$/, '') + stored : stored;
