import type {Values} from './value.ts';

/** What the page in the preview's frame is to be. */
export interface PreviewScene {
  readonly type: 'rai-preview';
  /** Of the page around the store. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What the shopper's system is set to. */
  readonly scheme: 'light' | 'dark';
  readonly gateway: string;
  readonly attributes: Values;
  readonly tokens: Values;
}

/** What the page in the frame says when it listens. */
export const READY = 'rai-preview-ready';

/** What it says when the store may have got other colours from its community. */
export const PAINTED = 'rai-preview-painted';

/** Whether a message is one of these; whoever can send it is of the same origin. */
export const isScene = (data: unknown): data is PreviewScene =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'rai-preview';
