/** A request that was answered. */
export interface Answered {
  /** The id that the answer carries. */
  readonly id: string;
  readonly method: string;
  /** Which route it was, never its query: `products`, `store`, `storefront`, `preflight`, `health` or `none`. */
  readonly route: string;
  /** The store's name where there are several. */
  readonly store?: string;
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
  /** Where the answer came from. */
  readonly source?: string;
  /** The page's origin, where it is allowed. */
  readonly origin?: string;
  /** The client's network, not its address. */
  readonly client: string;
  /** What went wrong underneath a refusal. */
  readonly cause?: unknown;
}

/** A read of the store that ended. */
export interface Asked {
  readonly store?: string;
  readonly resource: string;
  /** `ok`, or the status that the failure is answered with, or `left` where nobody waited any more. */
  readonly outcome: string;
  /** Milliseconds. */
  readonly took: number;
}

/** Is told what happens. Nothing that it is given holds a key, a cookie, a full address or what somebody searched. */
export interface Observer {
  answered?(event: Answered): void;
  asked?(event: Asked): void;
  /** What an operator should know and nobody notices; each such thing once. */
  noticed?(text: string): void;
}

/** Tells several observers. */
export function observers(...all: readonly Observer[]): Observer {
  return {
    answered(event) {
      for (const one of all) one.answered?.(event);
    },
    asked(event) {
      for (const one of all) one.asked?.(event);
    },
    noticed(text) {
      for (const one of all) one.noticed?.(text);
    },
  };
}
