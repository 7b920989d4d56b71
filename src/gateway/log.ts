import {type DestinationStream, pino, type Logger} from 'pino';
import {Refusal} from './errors.ts';
import type {Observer} from './observe.ts';
import {without} from './secret.ts';

/** How much is logged. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * A log of JSON lines on the standard error stream. Whatever is written, the secrets are taken out of it.
 *
 * @param secrets - What holds at the moment of writing.
 */
export function logger(
  level: LogLevel,
  secrets: () => readonly string[],
  stream?: DestinationStream,
): Logger {
  const streamWrite = (line: string) => without(line, secrets(), '[secret]');
  return pino(
    {level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: {streamWrite}},
    stream ?? pino.destination({dest: 2, sync: false, minLength: 4096, periodicFlush: 500}),
  );
}

/** Logs every request: what it was about and how it ended, never its query, its cookies or the client's full address. */
export function logging(log: Logger): Observer {
  return {
    answered({id, method, route, store, status, took, source, client, origin, cause}) {
      const line = {id, method, route, store, status, ms: Math.round(took * 10) / 10, source, client, origin};
      if (status >= 500) log.error({...line, cause: told(cause)}, 'failed');
      else if (cause !== undefined) log.warn({...line, cause: told(cause)}, 'answered');
      else log.info(line, 'answered');
    },
    noticed: (text) => log.warn(text),
  };
}

/** A cause as far as it helps: what it is called and what it says, and where a fault of our own was. */
function told(cause: unknown): object | undefined {
  if (!(cause instanceof Error)) return undefined;
  const {name, message, cause: deeper} = cause;
  const {code} = cause as NodeJS.ErrnoException;
  const isOurs = !(cause instanceof Refusal) && (cause instanceof TypeError || cause instanceof RangeError);
  return {name, code, message, stack: isOurs ? cause.stack : undefined, cause: told(deeper)};
}
