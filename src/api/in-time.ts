/** How long a file may take, in ms: after a first attempt all that is left of the time for an answer. */
const FILE_LIMIT = 12_000;

/** What a file brings. On a connection that is dead a browser may wait for it for minutes; then it rejects with a `TypeError`. */
export const inTime = <T>(file: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(reject, FILE_LIMIT, new TypeError());
    void file.then(resolve, reject).then(() => clearTimeout(timer));
  });
