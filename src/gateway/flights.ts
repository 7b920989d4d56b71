import {Refusal} from './errors.ts';

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Lets those who want the same thing at the same time share one piece of work. Whoever leaves does not disturb the
 * others; when the last one has left, the work is given up.
 */
export class Flights<T> {
  readonly #running = new Map<string, Flight<T>>();

  /** Whether work for this key is under way. */
  has(key: string): boolean {
    return this.#running.has(key);
  }

  /**
   * The result of the work for this key, which `start` begins unless it is under way.
   *
   * @param signal - Ends the waiting: nobody reads the 499 that it then rejects with, but the log can tell it apart.
   */
  join(key: string, start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(left());
    const flight = this.#running.get(key) ?? this.#begin(key, start);
    flight.waiting++;
    if (!signal) return flight.result;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(left());
        if (--flight.waiting > 0) return;
        this.#end(key, flight);
        flight.controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, {once: true});
      const stay = () => signal.removeEventListener('abort', leave);
      flight.result.then(resolve, reject).finally(stay);
    });
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = {
      controller,
      waiting: 0,
      result: start(controller.signal).finally(() => this.#end(key, flight)),
    };
    // Those who wait are told; if nobody waits any more, nobody needs to be.
    flight.result.catch(() => undefined);
    this.#running.set(key, flight);
    return flight;
  }

  #end(key: string, flight: Flight<T>) {
    if (this.#running.get(key) === flight) this.#running.delete(key);
  }
}

const left = () => new Refusal(499, 'The caller has left.');
