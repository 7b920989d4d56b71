import type {ReactiveControllerHost} from 'lit';
import {DETAIL, readProduct} from '../api/detail.ts';
import type {Product} from '../catalog/product.ts';
import {Loading} from './loading.ts';
import type {Scene} from './scene.ts';

/** What is to be read: a product's id, and the scene that it is to stand in. */
export interface Wanted {
  readonly productId?: string | undefined;
  readonly scene?: Scene | undefined;
}

/** Reads all about the one product that its host names, in the language of the host's scene. */
export class ProductReading {
  readonly #host: ReactiveControllerHost & Wanted;
  readonly #read: Loading<readonly unknown[], {product: Product; readonly lang: string} | undefined>;
  /** How many are left since one was taken, of which whoever keeps answers for a while will not have heard. */
  #left: {readonly id: string; readonly stock: number} | undefined;
  #lastScene: Scene | undefined;

  constructor(host: ReactiveControllerHost & Wanted) {
    this.#host = host;
    this.#read = new Loading(host, {
      args: () => [host.productId, host.scene?.client, host.scene?.lang] as const,
      task: async ([id, client, lang], {signal}) =>
        id && client && lang
          ? {product: this.#corrected(await readProduct(client, id, DETAIL, lang, signal)), lang}
          : undefined,
    });
  }

  /** The product, once it is there; in the last language until it has come in a new one. */
  get value(): Product | undefined {
    const product = this.#read.value?.product;
    return product?.id === this.#host.productId ? product : undefined;
  }

  /** Why it could not be read. */
  get error(): unknown {
    return this.#read.error;
  }

  /** The scene whose words go with the product: words and data change their language together. */
  get scene(): Scene | undefined {
    const {scene} = this.#host;
    const isTogether = !this.value || this.#read.value?.lang === scene?.lang;
    if (isTogether) this.#lastScene = scene;
    return this.#lastScene;
  }

  /** One of it has just gone. */
  takeOne(): void {
    const read = this.#read.value;
    const {id, stock} = read?.product ?? {};
    if (!read || id === undefined || stock === undefined) return;
    this.#left = {id, stock: stock - 1};
    read.product = this.#corrected(read.product);
    this.#host.requestUpdate();
  }

  /** Reads it again. */
  retry(): void {
    void this.#read.run();
  }

  #corrected(product: Product): Product {
    const {id, stock = Infinity} = this.#left ?? {};
    return id === product.id ? {...product, stock: Math.min(product.stock ?? stock, stock)} : product;
  }
}
