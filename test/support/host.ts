import {LitElement} from 'lit';

/** An element that shows nothing, for a controller to stand on. */
export class HostElement extends LitElement {
  /** How often it has been updated. */
  updates = 0;

  protected override updated() {
    this.updates += 1;
  }
}

customElements.define('test-host', HostElement);

declare global {
  interface HTMLElementTagNameMap {
    'test-host': HostElement;
  }
}
