import {NoticeElement} from '../elements/notice.ts';

if (!customElements.get('rai-store-notice')) customElements.define('rai-store-notice', NoticeElement);

declare global {
  interface HTMLElementTagNameMap {
    'rai-store-notice': NoticeElement;
  }
}
