/** A price that holds for a while, instead of the list price. */
export interface Discount {
  /** What is charged meanwhile, in the store's own currency. */
  readonly price: number;
  /** Epoch ms of its first moment; absent when it has always run. */
  readonly starts?: number;
  /** Epoch ms of the first moment after it; absent when it never ends. */
  readonly ends?: number;
}

/** A reward as the store sells it. Any member but the id may be missing: a view asks only for what it shows. */
export interface Product {
  readonly id: string;
  readonly name?: string;
  /** HTML as the merchant wrote it: untrusted, never to be inserted as it is. */
  readonly description?: string;
  /** HTML as the merchant wrote it: untrusted, never to be inserted as it is. */
  readonly instructions?: string;
  /** Absolute address of a picture. */
  readonly image?: string;
  /** List price, in the store's own currency. */
  readonly price?: number;
  readonly discount?: Discount;
  /** How many are left; 0 or less is sold out, absent is unknown. */
  readonly stock?: number;
  /** Whether the merchant lets shoppers see how many are left. */
  readonly showsStock: boolean;
  readonly categoryId?: string;
}

/** A shelf of the store. */
export interface Category {
  readonly id: string;
  readonly name: string;
  /** Absolute address of a picture; present only where the merchant wants it shown. */
  readonly cover?: string;
  /** Only a first row of its products is shown, with a way to all of them. */
  readonly isPreview: boolean;
}

/** A picture for light surroundings and one for dark ones; they may be the same. */
export interface ThemedImage {
  readonly light: string;
  readonly dark: string;
}

/** The store's name, look and currency. */
export interface StoreProfile {
  /** False while the merchant keeps the store closed. */
  readonly isOpen: boolean;
  readonly title?: string;
  /** HTML as the merchant wrote it: untrusted. */
  readonly description?: string;
  readonly cover?: ThemedImage;
  /** What prices are counted in: points, coins; not an ISO 4217 code. */
  readonly currency?: {readonly name?: string; readonly icon?: ThemedImage};
  /** Where the merchant sends shoppers on. */
  readonly callToAction?: {readonly text?: string; readonly link: string};
}
