import type {Clock} from '../clock.ts';
import type {AnswerFault, Fault} from './rules.ts';

/** The faults that a service has been asked for, and the clock that they may stop. */
export class Faults implements Clock {
  readonly #clock: Clock;
  #rules: Fault[] = [];
  #stoppedAt: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The time of the service: of its clock, or where that was stopped. */
  now(): number {
    return this.#stoppedAt ?? this.#clock.now();
  }

  /** The faults that still hold. */
  get rules(): readonly Fault[] {
    return this.#rules;
  }

  /** Has these faults and no others. */
  set(rules: readonly Fault[]): void {
    this.#rules = [...rules];
    const stop = rules.find((rule) => rule.kind === 'stopped-clock');
    this.#stoppedAt = stop && (stop.at ? Date.parse(stop.at) : this.#clock.now());
  }

  /** The faults that a request meets: every latency, and the first of the others. Each counts as met. */
  meet(method: string, path: string): AnswerFault[] {
    const bare = path.replace(/^\/v1(?=\/|$)/, '');
    const matching = this.#rules.filter(
      (rule): rule is AnswerFault =>
        rule.kind !== 'stopped-clock' &&
        (rule.method === undefined || rule.method === method) &&
        (path.startsWith(rule.path) || bare.startsWith(rule.path)),
    );
    const first = matching.find(({kind}) => kind !== 'latency');
    const met = matching.filter((rule) => rule.kind === 'latency' || rule === first);
    this.#rules = this.#rules.flatMap((rule) => {
      if (!met.includes(rule as AnswerFault) || rule.kind === 'stopped-clock' || rule.times === undefined)
        return [rule];
      return rule.times > 1 ? [{...rule, times: rule.times - 1}] : [];
    });
    return met;
  }
}
