/** Calls back with a community's id whenever an event of it was committed, by any service on the database. */
export type Listen = (heard: (communityId: string) => void) => Promise<() => Promise<void>>;

/** One listener of the bell. */
export interface Subscription {
  /**
   * Resolves with true once it has rung since the last call, at once where it already has; with false after `quiet`
   * milliseconds, or when the signal aborts.
   */
  ring(until: {quiet: number; signal: AbortSignal}): Promise<boolean>;
  end(): void;
}

/** Tells readers of the outbox that there is something new. It listens to the database only while somebody does to it. */
export class Bell {
  readonly #listen: Listen;
  readonly #subscribers = new Map<string, Set<() => void>>();
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(listen: Listen) {
    this.#listen = listen;
  }

  async subscribe(communityId: string): Promise<Subscription> {
    let rung = false;
    let wake = () => {};
    const hear = () => {
      rung = true;
      wake();
    };
    const those = this.#subscribers.get(communityId) ?? new Set();
    this.#subscribers.set(communityId, those.add(hear));
    this.#listening ??= this.#listen((id) => this.#subscribers.get(id)?.forEach((one) => one()));
    await this.#listening;

    return {
      async ring({quiet, signal}) {
        if (!rung && !signal.aborted) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, quiet);
            const stop = () => resolve();
            signal.addEventListener('abort', stop, {once: true});
            wake = () => {
              clearTimeout(timer);
              signal.removeEventListener('abort', stop);
              resolve();
            };
          });
          wake();
          wake = () => {};
        }
        const heard = rung;
        rung = false;
        return heard;
      },
      end: () => {
        those.delete(hear);
        wake();
        if (those.size === 0) this.#subscribers.delete(communityId);
      },
    };
  }

  /** Ends the listening. */
  async close(): Promise<void> {
    const stop = await this.#listening?.catch(() => undefined);
    this.#listening = undefined;
    await stop?.();
  }
}
