import {createHash, timingSafeEqual} from 'node:crypto';
import type {IncomingMessage} from 'node:http';

/** Headers by which a proxy gives itself away. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

/**
 * Whether a request may read the gateway's numbers: it names the token, or it comes from this very machine and not
 * by way of a proxy on it.
 */
export function mayScrape({headers, socket}: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true;
  const isHere = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  return isHere && FORWARDED.every((name) => headers[name] === undefined);
}

/** Compares without telling by its time how much is right. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
