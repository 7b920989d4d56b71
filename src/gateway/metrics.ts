import {collectDefaultMetrics, Counter, Histogram, Registry} from 'prom-client';
import type {Answered, Observer} from './observe.ts';

/** The gateway's numbers, in the text format of Prometheus. */
export interface Metrics {
  readonly observer: Observer;
  readonly contentType: string;
  text(): Promise<string>;
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Counts what the gateway does. Labels take few values, whatever is asked. */
export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({register: registry, prefix: 'rai_gateway_'});
  const registers = [registry];
  const requests = new Counter({
    name: 'rai_gateway_requests_total',
    help: 'Requests answered; source says whether the cache (fresh, stale, last good) or the store answered.',
    labelNames: ['store', 'route', 'method', 'status', 'source'],
    registers,
  });
  const limited = new Counter({
    name: 'rai_gateway_limited_total',
    help: 'Requests refused because a limit was reached.',
    labelNames: ['store'],
    registers,
  });
  const seconds = new Histogram({
    name: 'rai_gateway_request_seconds',
    help: 'Time to answer.',
    labelNames: ['route'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5],
    registers,
  });
  const reads = new Histogram({
    name: 'rai_gateway_upstream_seconds',
    help: 'Time that reads of the store took; outcome is ok, the status answered instead, or left.',
    labelNames: ['store', 'resource', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers,
  });
  // Labels are checked and hashed each time they are named, so each set of them is named once.
  const known = new Map<string, {readonly count: () => void; readonly time: (took: number) => void}>();
  const series = ({store = '', route, method, status, source = ''}: Answered) => {
    const key = `${store} ${route} ${method} ${status} ${source}`;
    let found = known.get(key);
    if (!found) {
      const counter = requests.labels({store, route, method, status: String(status), source});
      const histogram = seconds.labels({route});
      found = {count: () => counter.inc(), time: (took) => histogram.observe(took / 1000)};
      known.set(key, found);
    }
    return found;
  };
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observer: {
      answered(event) {
        const {count, time} = series(METHODS.includes(event.method) ? event : {...event, method: 'other'});
        count();
        time(event.took);
        if (event.status === 429) limited.inc({store: event.store ?? ''});
      },
      asked({store = '', resource, outcome, took}) {
        reads.observe({store, resource, outcome}, took / 1000);
      },
    },
  };
}
