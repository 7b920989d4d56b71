import {Agent, type Dispatcher, fetch} from 'undici';
import {MAX_BYTES} from './json.ts';

/** Headers that Node's `fetch` adds of its own accord, as a browser would. */
const BROWSERS_OWN: readonly string[] = ['accept-language', 'sec-fetch-mode'];

/** A `fetch` for Node, and its connections. */
export interface NodeFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Closes the connections when the last request on them has ended. */
  close(): Promise<void>;
}

/** A `fetch` that sends exactly the headers it is given, and gives up on hosts that do not answer. */
export function nodeFetch(): NodeFetch {
  const agent = new Agent({connect: {timeout: 2000}, connections: 64, maxResponseSize: MAX_BYTES});
  const dispatcher = agent.compose(
    (dispatch) => (options, handler) => dispatch(withoutOwn(options), handler),
  );
  return {
    fetch: ((input: string, init: RequestInit) =>
      fetch(input, {...(init as object), dispatcher})) as unknown as typeof globalThis.fetch,
    close: () => agent.close(),
  };
}

function withoutOwn(options: Dispatcher.DispatchOptions): Dispatcher.DispatchOptions {
  const headers = Object.entries(options.headers ?? {}).filter(([name]) => !BROWSERS_OWN.includes(name));
  return {...options, headers: Object.fromEntries(headers) as Record<string, string>};
}
