import type {Actions} from './actions.ts';
import type {Preset} from './built.ts';
import type {ControlScene} from './control-scene.ts';
import type {Facts} from './facts.ts';
import {directionOf} from './languages.ts';
import {hashOf, readHash} from './link.ts';
import type {Setting} from './manifest.ts';
import {
  deviceFor,
  embeddingOf,
  firstModel,
  paleOf,
  picturesOf,
  presetValues,
  type Model,
  type View,
} from './model.ts';
import {policyLines, policyText, sha256} from './policy-lines.ts';
import {Preview} from './preview.ts';
import {faultOf, withValue, type Values} from './value.ts';
import {supports} from './supported.ts';
import {wordsOf, type Words} from './words.ts';

/** The page's model, what changes it, and what follows from each change: the screen, the address, the preview, the policy. */
export class Configurator implements Actions {
  #model: Model;
  #words: Words;
  #draw: (scene: ControlScene) => void = () => {};
  #preview: Preview | undefined;
  #pale = '';

  constructor(facts: Facts, language: string) {
    const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    this.#model = firstModel(facts, {language, scheme, device: deviceFor(innerWidth)});
    this.#words = wordsOf(this.#model);
  }

  /** Shows the page as its address says. */
  start(draw: (scene: ControlScene) => void): void {
    this.#draw = draw;
    const first = this.#linked();
    document.body.replaceChildren();
    this.#follow({...this.#model, ...first});
    this.#preview = new Preview(document, (community) => this.#dye(community));
    this.#preview.show(this.#model, this.#words);
    if (first.notice) this.#say(first.notice);
    addEventListener('hashchange', () => {
      const linked = this.#linked();
      if (hashOf(linked.values) === hashOf(this.#model.values) && !linked.notice) return;
      this.change({...linked, drafts: {}});
      if (linked.notice) this.#say(linked.notice);
    });
  }

  change(patch: Partial<Omit<Model, 'facts' | 'settings'>>): void {
    this.#follow({...this.#model, ...patch});
  }

  look(patch: Partial<View>): void {
    this.change({view: {...this.#model.view, ...patch}});
  }

  set(setting: Setting, value: string | undefined, typed?: {part: string; text: string}): void {
    const key = typed ? `${setting.name} ${typed.part}` : setting.name;
    const drafts = Object.fromEntries(Object.entries(this.#model.drafts).filter(([name]) => name !== key));
    const fault = value === undefined ? undefined : faultOf(setting, value, supports);
    if (fault !== undefined) {
      this.change({drafts: {...drafts, [key]: {text: typed?.text ?? value ?? '', fault}}});
      return;
    }
    this.change({values: withValue(this.#model.values, setting, value), drafts, copied: '', notice: ''});
    this.#tellContrast();
  }

  reset(setting: Setting): void {
    const drafts = Object.fromEntries(
      Object.entries(this.#model.drafts).filter(([key]) => key.split(' ')[0] !== setting.name),
    );
    this.change({values: withValue(this.#model.values, setting, undefined), drafts, copied: ''});
    this.#say(this.#words.say('resetDone', {name: this.#words.label(setting)}));
    // The button is gone; what it stood beside is the next thing to go on from.
    document
      .querySelector<HTMLElement>(`[data-setting="${setting.name}"] :is(input, select)`)
      ?.focus({preventScroll: true});
  }

  wear(preset: Preset | undefined): void {
    const {values, settings} = this.#model;
    const kept = Object.entries(values).filter(([name]) => !name.startsWith('--'));
    const worn = preset ? presetValues(settings, preset, supports) : {};
    this.change({values: {...Object.fromEntries(kept), ...worn}, drafts: {}, copied: '', notice: ''});
    if (preset) this.#say(this.#words.say('presetDone', {name: preset.name}));
    this.#tellContrast();
  }

  startOver(): void {
    this.change({values: {}, drafts: {}, copied: '', notice: '', sought: ''});
    this.#say(this.#words.say('startOverDone'));
    this.#tellContrast();
  }

  copy(what: string, from: Element | null): void {
    const title = document.querySelector(`#${what}-title`)?.textContent ?? '';
    void this.#put(what, from?.textContent ?? '', this.#words.say('copyDone', {name: title}), from);
  }

  copyLink(): void {
    void this.#put('link', location.href, this.#words.say('copyLinkDone'), null);
  }

  async #put(what: string, text: string, said: string, from: Element | null) {
    try {
      await navigator.clipboard.writeText(text);
      this.change({copied: what});
      this.#say(said);
    } catch {
      if (from) getSelection()?.selectAllChildren(from);
      this.#say(this.#words.say('copyFailed'));
    }
  }

  /** What the page's address holds. */
  #linked(): Pick<Model, 'values' | 'notice'> {
    const {values, dropped} = readHash(location.hash, this.#model.settings, supports);
    const names = dropped.join(this.#words.say('between'));
    const notice = names ? this.#words.say('dropped', {names}) : '';
    return {values, notice};
  }

  #follow(model: Model) {
    const before = this.#model;
    this.#model = model;
    if (model.language !== before.language) {
      this.#words = wordsOf(model);
      const address = new URL(location.href);
      address.searchParams.set('lang', model.language);
      history.replaceState(null, '', address);
    }
    this.#dress();
    const hash = hashOf(model.values);
    if (hash !== location.hash.slice(1))
      history.replaceState(null, '', `${location.pathname}${location.search}${hash && `#${hash}`}`);
    this.#draw({model, words: this.#words, actions: this});
    this.#preview?.show(model, this.#words);
    void this.#findPolicy();
  }

  /** The document's own language, direction and colours. */
  #dress() {
    const {language, ownScheme} = this.#model;
    const root = document.documentElement;
    root.lang = language;
    root.dir = directionOf(language);
    root.dataset.scheme = ownScheme;
    document.title = `${this.#words.say('title')} · rai-store`;
  }

  async #findPolicy() {
    const model = this.#model;
    const lines = await policyLines(model.way, embeddingOf(model), {
      pictures: picturesOf(model),
      hash: sha256,
    });
    const policy = policyText(lines);
    if (model === this.#model && policy !== model.policy) this.change({policy});
  }

  /** Takes note of the colours that the store in the preview has by itself. */
  #dye(community: Values) {
    if (hashOf(community) === hashOf(this.#model.community)) return;
    this.change({community});
    this.#tellContrast();
  }

  /** Says aloud how many pairs are too pale, when that has changed. */
  #tellContrast() {
    const pale = paleOf(this.#model);
    const now = pale.map(({scheme, over, under}) => `${scheme} ${over} ${under}`).join();
    if (now === this.#pale) return;
    this.#pale = now;
    this.#say(
      pale.length > 0 ? this.#words.count('contrastPale', pale.length) : this.#words.say('contrastFine'),
    );
  }

  #say(text: string) {
    const place = document.querySelector('#said');
    if (place) place.textContent = text;
  }
}
