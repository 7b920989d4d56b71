import {DEVICES, sceneOf, type Model} from './model.ts';
import {PAINTED, READY} from './preview-scene.ts';
import type {Values} from './value.ts';
import type {Words} from './words.ts';

/** How long a pause in typing is, in ms. */
const PAUSE = 200;

/** The preview's frame: it is told what to show, and is as wide as the device, made smaller where that has no room. */
export class Preview {
  readonly #stage: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  #told = '';
  #opened = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isListening = false;
  #model: Model | undefined;
  #words: Words | undefined;

  /**
   * @param root - What holds the stage, the frame and the caption.
   * @param heard - Told the colours that the store in the frame has from its community, by the names of tokens, whenever they
   *   may be others.
   */
  constructor(root: ParentNode, heard: (community: Values) => void) {
    this.#stage = root.querySelector<HTMLElement>('.stage')!;
    this.#frame = root.querySelector<HTMLIFrameElement>('.stage iframe')!;
    addEventListener('message', ({source, origin, data}) => {
      if (source !== this.#frame.contentWindow || origin !== location.origin) return;
      if (data === PAINTED) heard(this.#communityColours());
      if (data !== READY) return;
      this.#isListening = true;
      this.#told = '';
      this.#opened = '';
      this.#tell();
    });
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
  }

  /** Shows what the model says. */
  show(model: Model, words: Words): void {
    this.#model = model;
    this.#words = words;
    this.#frame.dataset.scheme = model.view.scheme;
    this.#fit();
    this.#tell();
  }

  #tell() {
    if (!this.#isListening || !this.#model) return;
    const scene = sceneOf(this.#model);
    const told = JSON.stringify(scene);
    if (told === this.#told) return;
    const {attributes, gateway} = scene;
    const opens = JSON.stringify({attributes, gateway});
    clearTimeout(this.#timer);
    const post = () => {
      this.#told = told;
      this.#opened = opens;
      this.#frame.contentWindow?.postMessage(scene, location.origin);
    };
    // Colours follow at once; what opens the store anew waits until nothing more is typed.
    if (opens === this.#opened || !this.#opened) post();
    else this.#timer = setTimeout(post, PAUSE);
  }

  /** What the store says of its community's colours: each below the token that a page sets. */
  #communityColours(): Values {
    const store = this.#frame.contentDocument?.querySelector('rai-store');
    if (!store || !this.#model) return {};
    const style = getComputedStyle(store);
    const named = this.#model.settings
      .filter(({control}) => control.type === 'colour')
      .map(({name}) => [name, style.getPropertyValue(name.replace('--rai-color-', '--_c-')).trim()]);
    return Object.fromEntries(named.filter(([, value]) => value)) as Values;
  }

  #fit() {
    if (!this.#model || !this.#words) return;
    const [width, height] = DEVICES[this.#model.view.device];
    const {clientWidth, clientHeight} = this.#stage;
    const style = getComputedStyle(this.#stage);
    const room = clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    const high = clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
    const scale = Math.min(1, room / width);
    const bar = this.#stage.querySelector<HTMLElement>('.caption')!.offsetHeight;
    // As high as the device where there is room for it; what is lower scrolls inside.
    const seen = Math.max(120, Math.min(height * scale, high - bar - 2));
    // Where the stage stays on top of what is scrolled, it takes no more room than the device.
    const around = this.#stage.clientHeight - high + bar + 2;
    this.#stage.style.setProperty('--wanted', `${height * scale + around}px`);
    const screen = this.#frame.parentElement!;
    screen.style.setProperty('width', `${width * scale}px`);
    screen.style.setProperty('height', `${seen}px`);
    this.#frame.style.setProperty('width', `${width}px`);
    this.#frame.style.setProperty('height', `${seen / scale}px`);
    this.#frame.style.setProperty('transform', scale === 1 ? 'none' : `scale(${scale})`);
    const caption = this.#stage.querySelector('#shown-as')!;
    caption.textContent = this.#words.say('shownAs', {
      width: this.#words.number(width, {useGrouping: false}),
      percent: this.#words.number(scale, {style: 'percent', maximumFractionDigits: 0}),
    });
  }
}
