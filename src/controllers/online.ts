import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Calls back whenever the network is there again, for as long as its host is on the page. */
export class OnlineController implements ReactiveController {
  readonly #back: () => void;

  constructor(host: ReactiveControllerHost, back: () => void) {
    this.#back = back;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('online', this.#back);
  }

  hostDisconnected() {
    removeEventListener('online', this.#back);
  }
}
