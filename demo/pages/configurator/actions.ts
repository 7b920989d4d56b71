import type {Preset} from './built.ts';
import type {Setting} from './manifest.ts';
import type {Model, View} from './model.ts';

/** What somebody can do on the page. */
export interface Actions {
  change(patch: Partial<Omit<Model, 'facts' | 'settings'>>): void;
  look(patch: Partial<View>): void;
  /**
   * Sets a value; `undefined` sets it back to what is usual. One that cannot be used stays where it was typed, with the reason.
   *
   * @param typed - What was typed, where that is a part of the value only, and the part's name.
   */
  set(
    setting: Setting,
    value: string | undefined,
    typed?: {readonly part: string; readonly text: string},
  ): void;
  /** Sets it back, and says so. */
  reset(setting: Setting): void;
  wear(preset: Preset | undefined): void;
  startOver(): void;
  /** Copies the text of an element, and says so; where the browser does not let pages copy, it is selected. */
  copy(what: string, from: Element | null): void;
  copyLink(): void;
}
