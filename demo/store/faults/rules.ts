import * as v from 'valibot';
import {count, date, filledText, objectOf, oneOf} from '../http/validate.ts';

const which = {
  /** A request's path must begin with it, with or without /v1. */
  path: v.optional(v.pipe(filledText(1_000), v.startsWith('/', 'a path from /')), '/'),
  method: v.optional(oneOf(['GET', 'POST', 'PUT', 'DELETE'])),
  /** For how many requests the fault holds; without it until it is taken away. */
  times: v.optional(count(1)),
};

const kind = <const Kind extends string>(name: Kind) => v.literal(name, `the kind "${name}"`);

const latency = objectOf({
  kind: kind('latency'),
  milliseconds: v.pipe(count(0), v.maxValue(60_000, 'at most 60000 milliseconds')),
  ...which,
});

const status = objectOf({
  kind: kind('status'),
  status: v.pipe(count(400), v.maxValue(599, 'a status from 400 to 599')),
  /** Seconds that the header Retry-After tells. */
  retryAfter: v.optional(count(0)),
  ...which,
});

const stoppedClock = objectOf({
  kind: kind('stopped-clock'),
  /** The moment at which it stands; without it, the present one. */
  at: v.optional(date),
});

const KINDS = ['drop', 'truncate', 'malformed', 'wrong-types', 'latency', 'status', 'stopped-clock'] as const;

/** One fault that the service is to have. */
export const fault = v.pipe(
  v.variant(
    'kind',
    [
      latency,
      status,
      objectOf({kind: kind('drop'), ...which}),
      objectOf({kind: kind('truncate'), ...which}),
      objectOf({kind: kind('malformed'), ...which}),
      objectOf({kind: kind('wrong-types'), ...which}),
      stoppedClock,
    ],
    `a fault, whose kind is one of ${KINDS.join(', ')}`,
  ),
  v.metadata({ref: 'Fault'}),
);

export const faults = v.pipe(v.array(fault, 'an array of faults'), v.maxLength(100, 'at most 100 faults'));

export type Fault = v.InferOutput<typeof fault>;

/** A fault of an answer, as against one of the clock. */
export type AnswerFault = Exclude<Fault, {kind: 'stopped-clock'}>;
