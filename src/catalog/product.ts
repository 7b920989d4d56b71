/** A price that holds for a while, instead of the list price. */
export interface Discount {
  /** What is charged meanwhile, in the store's own currency. */
  readonly price: number;
  /** Epoch ms of its first moment; absent when it has always run. */
  readonly starts?: number | undefined;
  /** Epoch ms of the first moment after it; absent when it never ends. */
  readonly ends?: number | undefined;
}

/** What a merchant may ask of a shopper who redeems. */
export type InformationField = 'name' | 'phone' | 'address';

/** How soon before it expires a merchant wants a voucher to stand out. */
export interface ExpiryHighlight {
  readonly duration?: number | undefined;
  /** `hours`, `days`, `weeks` or `months`. */
  readonly timeframe?: string | undefined;
}

/** A reward as the store sells it. Any member but the id may be missing: a view asks only for what it shows. */
export interface Product {
  readonly id: string;
  readonly name?: string | undefined;
  /** The first words of the description, as plain text. */
  readonly summary?: string | undefined;
  /** HTML as the merchant wrote it: untrusted, never to be inserted as it is. */
  readonly description?: string | undefined;
  /** HTML as the merchant wrote it: untrusted, never to be inserted as it is. */
  readonly instructions?: string | undefined;
  /** Absolute address of a picture. */
  readonly image?: string | undefined;
  /** List price, in the store's own currency. */
  readonly price?: number | undefined;
  readonly discount?: Discount | undefined;
  /** How many are left; 0 or less is sold out, absent is unknown. */
  readonly stock?: number | undefined;
  /** Whether the merchant lets shoppers see how many are left. */
  readonly showsStock: boolean;
  /** What kind of reward it is, such as `voucher`, in the merchant's word. */
  readonly type?: string | undefined;
  /** Epoch ms at which it is no longer good; `NaN` where that can't be read. */
  readonly expires?: number | undefined;
  readonly expiryHighlight?: ExpiryHighlight | undefined;
  readonly categoryId?: string | undefined;
  /** What redeeming it takes besides the price. */
  readonly information?: readonly InformationField[] | undefined;
}

/** A shelf of the store. */
export interface Category {
  readonly id: string;
  readonly name: string;
  /** Absolute address of a picture; present only where the merchant wants it shown. */
  readonly cover?: string | undefined;
  /** Whether the store shows the first of its products under its name. */
  readonly isPreview?: boolean;
}

/** A picture for light surroundings and one for dark ones; they may be the same. */
export interface ThemedImage {
  readonly light: string;
  readonly dark: string;
}

/** What cannot be said of any product without it. */
export interface StoreProfile {
  /** False while the merchant keeps the store closed. */
  readonly isOpen: boolean;
  /** What prices are counted in: points, coins; not an ISO 4217 code. */
  readonly currency?:
    {readonly name?: string | undefined; readonly icon?: ThemedImage | undefined} | undefined;
}

/** The store's name and look, and where it leads. */
export interface StorePresentation {
  readonly title?: string | undefined;
  /** HTML as the merchant wrote it: untrusted. */
  readonly description?: string | undefined;
  readonly cover?: ThemedImage | undefined;
  /** Address that the merchant sends shoppers on to. */
  readonly callToAction?: string | undefined;
}
