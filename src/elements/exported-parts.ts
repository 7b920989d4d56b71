import type {ReactiveControllerHost} from 'lit';

/** Makes an element's own parts those of the element that it is drawn in, so that a page can style them from outside of both. */
export function exportParts(host: ReactiveControllerHost & Element, parts: string): void {
  host.addController({hostConnected: () => host.setAttribute('exportparts', parts)});
}
