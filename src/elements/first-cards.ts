import type {ReactiveControllerHost} from 'lit';

/** Of a list so many cards are drawn first, which is more than most screens hold; the others when these are on screen. */
export const FIRST_CARDS = 8;

/**
 * Renders a host again once what it has drawn is on screen; before that, `then` is called. One that has left the page by then
 * would ask again, in whatever language it finds out there, and is left alone.
 */
export function renderAfterPaint(host: ReactiveControllerHost & Element, then?: () => void): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      then?.();
      if (host.isConnected) host.requestUpdate();
    }),
  );
}
