/**
 * Has every request of this page carry a token, and wait for it; the page and the gateway have one origin, so the header costs no
 * preflight. A new token takes the place of the last.
 *
 * @returns Takes a token.
 */
export function sendToken(): (token: string) => void {
  const plain = globalThis.fetch;
  let take!: (token: string) => void;
  let token = new Promise<string>((resolve) => (take = resolve));
  globalThis.fetch = async (input, init) => {
    const Authorization = `Bearer ${await token}`;
    return plain(input, {...init, headers: {Authorization}});
  };
  return (next) => {
    take(next);
    token = Promise.resolve(next);
  };
}
