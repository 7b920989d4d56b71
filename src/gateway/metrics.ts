import {collectDefaultMetrics, Counter, Histogram, Registry} from 'prom-client';
import type {Observer} from './observe.ts';

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
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observer: {
      answered({store = '', route, method, status, source = '', took}) {
        requests.inc({store, route, method: METHODS.includes(method) ? method : 'other', status, source});
        seconds.observe({route}, took / 1000);
        if (status === 429) limited.inc({store});
      },
      asked({store = '', resource, outcome, took}) {
        reads.observe({store, resource, outcome}, took / 1000);
      },
    },
  };
}
