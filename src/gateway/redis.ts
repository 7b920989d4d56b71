import {Redis} from 'ioredis';
import {RateLimiterRedis} from 'rate-limiter-flexible';
import {memoryCounter} from './counter.ts';
import type {Counter, Rate} from './limit.ts';

/** Counts in a Redis server, and the connection to it. */
export interface RedisCounter {
  readonly count: Counter;
  close(): Promise<void>;
}

/**
 * Counts in a Redis server, so that limits hold across instances. While the server does not answer, each instance
 * counts for itself: a limit is never a reason to close the store.
 *
 * @param onTrouble - Is told when the server begins not to answer.
 */
export function redisCounter(url: string, onTrouble: (error: Error) => void = () => undefined): RedisCounter {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
    commandTimeout: 250,
  });
  client.on('error', onTrouble);
  const inMemory = memoryCounter();
  const limiters = new Map<number, RateLimiterRedis>();
  const limiterFor = ({seconds}: Rate) => {
    const known = limiters.get(seconds);
    if (known) return known;
    const made = new RateLimiterRedis({
      storeClient: client,
      keyPrefix: `rai-store:${seconds}`,
      points: Number.MAX_SAFE_INTEGER,
      duration: seconds,
    });
    limiters.set(seconds, made);
    return made;
  };
  return {
    count: async (key, rate) => {
      try {
        const {consumedPoints, msBeforeNext} = await limiterFor(rate).penalty(key, 1);
        return {used: consumedPoints, resetIn: msBeforeNext};
      } catch {
        return inMemory(key, rate);
      }
    },
    close: async () => {
      client.disconnect();
    },
  };
}
