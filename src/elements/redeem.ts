import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {readProduct} from '../api/detail.ts';
import {presentationOf} from '../api/surroundings.ts';
import type {Product} from '../catalog/product.ts';
import {offerAt} from '../catalog/offer.ts';
import {stockOf} from '../catalog/stock.ts';
import {safeHtml} from '../content/safe-html.ts';
import type {Scene} from '../controllers/scene.ts';
import {source} from '../controllers/source.ts';
import {isolated, priceInWords} from './price-in-words.ts';
import {RaiRedeemEvent, type RedeemInformation, type RedeemOutcome} from './redeem-event.ts';
import {informationForm, mistakeIn, summaryOf, type Mistakes} from './redeem-form.ts';
import {styles} from './redeem.styles.ts';
import {awaitAnswer, endAnswer, isUnanswered} from './unanswered.ts';

/** How long, in ms, a shopper who has confirmed waits for what is known of the product at this moment. */
const READING = 5_000;

/** Where the shopper is on the way to a reward. */
type Step = 'unanswered' | 'form' | 'confirm' | 'waiting' | 'elsewhere' | RedeemOutcome | 'failed';

/**
 * The way from wanting a product to having it: what the merchant asks for, a confirmation, waiting, and what came of it.
 *
 * Each step's heading takes the focus, so that it is read aloud. What was confirmed before on this page and never answered is
 * said before it can be confirmed again, and the browser asks before it leaves a page that waits for an answer. Nothing is kept
 * beyond the page: to redeem once however often it is reloaded is up to whoever answers, with a key of their own.
 *
 * @fires {RaiRedeemEvent} rai-redeem - The shopper has confirmed; the page answers with `respondWith`.
 * @fires back - The shopper goes back to the product.
 * @fires redeemed - One has been redeemed.
 * @csspart confirm - The button that redeems.
 * @csspart code - The code.
 */
export class RedeemElement extends LitElement {
  static override properties = {
    scene: {attribute: false},
    product: {attribute: false},
    step: {state: true},
    mistakes: {state: true},
    isCopied: {state: true},
  };

  static override styles = styles;

  /** What it shares with its store. */
  scene?: Scene | undefined;

  /** The product to redeem. */
  product?: Product;

  private step?: Step;
  private mistakes: Mistakes = {};
  private isCopied = false;
  #information: RedeemInformation = {};

  protected override willUpdate() {
    if (this.product) this.step ??= isUnanswered(this.product.id) ? 'unanswered' : this.#first;
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('step')) this.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }

  protected override render() {
    const {scene, product, step} = this;
    if (!scene || !product || !step) return nothing;
    return html`<div class="root" lang=${scene.text.language} dir=${scene.text.direction}>
      ${typeof step === 'object' ? this.#outcome(step, product, scene) : this.#way(step, product, scene)}
    </div>`;
  }

  get #first() {
    return this.#asks.length ? 'form' : 'confirm';
  }

  get #asks() {
    return this.product?.information ?? [];
  }

  #way(step: Exclude<Step, object>, product: Product, scene: Scene) {
    const {text} = scene;
    const {callToAction} = presentationOf(scene);
    switch (step) {
      case 'unanswered':
        return html`${this.#title(text.say('redeem.unanswered'))}
        ${this.#actions(
          html`<button class="action" @click=${() => (this.step = this.#first)}>
            ${text.say('redeem.continue')}
          </button>`,
          scene,
        )}`;
      case 'form':
        return html`<form novalidate @submit=${(event: SubmitEvent) => this.#check(event)}>
          ${this.#title(text.say('redeem.about'))} ${summaryOf(this.#asks, this.mistakes, text)}
          ${informationForm(this.#asks, this.#information, this.mistakes, text)}
          ${this.#actions(html`<button class="action">${text.say('redeem.continue')}</button>`, scene)}
        </form>`;
      case 'confirm':
        return html`${this.#title(this.#question(product, scene))}
        ${this.#actions(
          html`<button
            part="confirm"
            class="action"
            @click=${(event: Event) => void this.#redeem(product, scene, event.composedPath())}
          >
            ${text.say('redeem.confirm')}
          </button>`,
          scene,
        )}`;
      case 'waiting':
        return html`${this.#title(text.say('redeem.waiting'))}
          <div class="bar" aria-hidden="true"></div>`;
      case 'elsewhere':
        return html`${this.#title(text.say('redeem.elsewhere'))}
        ${
          callToAction
            ? html`<a class="action" href=${callToAction} target="_blank" rel="noopener"
                >${text.say('redeem.open')}</a
              >`
            : nothing
        }
        ${this.#backButton(scene)}`;
      case 'failed':
        return html`${this.#title(text.say('redeem.failed'))}${this.#backButton(scene)}`;
    }
  }

  #outcome(outcome: RedeemOutcome, product: Product, scene: Scene) {
    const {text, lang} = scene;
    if (!outcome.redeemed)
      return html`${this.#title(html`<bdi>${outcome.reason}</bdi>`)}${this.#backButton(scene)}`;
    const {code, instructions = product.instructions} = outcome;
    return html`
      ${this.#title(text.say('redeem.done'))}
      ${
        code
          ? html`<div class="ticket">
              <span class="label">${text.say('redeem.code')}</span>
              <output part="code" class="code" dir="ltr">${code}</output>
              <button class="action quiet" @click=${() => void this.#copy(code)}>
                ${text.say(this.isCopied ? 'redeem.copied' : 'redeem.copy')}
              </button>
              <span class="unseen" role="status">${this.isCopied ? text.say('redeem.copied') : nothing}</span>
            </div>`
          : nothing
      }
      ${
        instructions
          ? html`<div class="prose" lang=${lang} dir="auto">
              ${guard([instructions], () => safeHtml(instructions))}
            </div>`
          : nothing
      }
      ${this.#backButton(scene)}
    `;
  }

  /** What is so now. */
  #title(sentence: unknown) {
    return html`<div class="title" role="heading" aria-level="2" tabindex="-1">${sentence}</div>`;
  }

  #actions(forward: unknown, {text}: Scene) {
    return html`<div class="actions">
      ${forward}
      <button type="button" class="action quiet" @click=${() => this.#back()}>
        ${text.say('redeem.back')}
      </button>
    </div>`;
  }

  #backButton({text}: Scene) {
    return html`<button class="action quiet" @click=${() => this.#back()}>
      ${text.say('redeem.back')}
    </button>`;
  }

  #question(product: Product, scene: Scene) {
    const name = isolated(product.name ?? scene.text.say('product.untitled'), scene.text);
    const price = offerAt(product, scene.clock.now())?.price;
    return price
      ? scene.text.say('redeem.question', {name, price: priceInWords(price, scene)})
      : scene.text.say('redeem.questionFree', {name});
  }

  #check(event: SubmitEvent) {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const information: Record<string, string> = {};
    const mistakes: Record<string, 'redeem.missing' | 'redeem.badPhone'> = {};
    for (const field of this.#asks) {
      const value = (said.get(field) as string).trim();
      information[field] = value;
      const mistake = mistakeIn(field, value);
      if (mistake) mistakes[field] = mistake;
    }
    this.#information = information;
    this.mistakes = mistakes;
    if (Object.keys(mistakes).length === 0) this.step = 'confirm';
    else
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('.summary, [aria-invalid]')?.focus(),
      );
  }

  /** @param path - From what the shopper has pressed outwards. */
  async #redeem(product: Product, {client, lang, text}: Scene, path: readonly EventTarget[]) {
    // A second click may come before the button is gone.
    if (this.step === 'waiting') return;
    this.step = 'waiting';
    awaitAnswer(product.id);
    // What was read a while ago may be gone by now; if it cannot be read, whoever sells it will know.
    const fresh = await readProduct(
      client,
      product.id,
      source.cardsQuery(lang, {}),
      lang,
      AbortSignal.timeout(READING),
    ).catch(() => undefined);
    if (fresh && stockOf(fresh).state === 'sold-out') {
      endAnswer(product.id, true);
      this.step = {redeemed: false, reason: text.say('stock.soldOut')};
      return;
    }
    const event = new RaiRedeemEvent({...product, ...fresh}, this.#information);
    // Who closes the detail meanwhile has confirmed nonetheless; the page hears of it from where the detail stood.
    const around = path.slice(path.indexOf(this)).filter((target) => target instanceof Node);
    (around.find((node) => node.isConnected) ?? this).dispatchEvent(event);
    this.step = (await event.answer?.catch(() => 'failed' as const)) ?? 'elsewhere';
    // What became of it was not seen by somebody who had left.
    endAnswer(product.id, this.step === 'elsewhere' || (this.step !== 'failed' && this.isConnected));
    if (typeof this.step !== 'object' || !this.step.redeemed) return;
    const done = new CustomEvent('redeemed');
    this.dispatchEvent(done);
  }

  async #copy(code: string) {
    try {
      await navigator.clipboard.writeText(code);
      this.isCopied = true;
    } catch {
      // Where the page may not write to the clipboard, the code is marked for the shopper to copy.
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('output')!);
    }
  }

  #back() {
    const event = new CustomEvent('back');
    this.dispatchEvent(event);
  }
}
