import type {ColumnType, Generated} from 'kysely';

/** A jsonb column: read as a value, written as JSON text, which both drivers take. */
type Json<T> = ColumnType<T, string, string>;

/** A translated text, as the API carries it. */
export interface Translation {
  readonly language: string;
  readonly value: string;
}

/** A record's `i18n` member: lists of translations by field, and a switch. */
export interface I18n {
  readonly isTranslationEnabled?: boolean | undefined;
  readonly [list: `${string}Translations`]: readonly Translation[] | undefined;
}

/** A partner with a catalogue of its own. Nothing of one is ever seen by another. */
export interface CommunityTable {
  id: string;
  name: string;
  created_at: Date;
}

/** The key itself is not kept: only its hash. */
export interface ApiKeyTable {
  id: string;
  community_id: string;
  label: string;
  key_hash: string;
  permissions: string[];
  expires_at: Date | null;
  created_at: Date;
}

export interface PurchaseStatusTable {
  id: string;
  community_id: string;
  name: string;
}

export interface CategoryTable {
  id: string;
  community_id: string;
  name: string;
  name_key: string;
  cover_image: string;
  should_show_cover: boolean;
  is_archived: boolean;
  view_type: 'full' | 'preview';
  display_order: number;
  category_permission: Json<readonly unknown[]>;
  i18n: Json<I18n>;
  default_purchase_status_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface UserInformation {
  readonly isEnabled: boolean;
  readonly shouldCollectName: boolean;
  readonly shouldCollectPhone: boolean;
  readonly shouldCollectAddress: boolean;
}

export interface ExpiringVoucherHighlight {
  readonly isEnabled: boolean;
  readonly duration: number;
  readonly timeframe: string;
}

export interface ProductTable {
  id: string;
  community_id: string;
  category_id: string | null;
  name: string;
  name_key: string;
  description: string;
  image: string;
  price: number;
  type: string;
  discount_price: number | null;
  is_discount_enabled: boolean;
  discount_start_date: Date | null;
  discount_end_date: Date | null;
  user_information: Json<UserInformation>;
  should_prioritise_expiring_vouchers: boolean;
  should_display_remaining_quantity: boolean;
  expiring_voucher_highlight: Json<ExpiringVoucherHighlight>;
  is_archived: boolean;
  /** Kept by a trigger: the number of unspent rows in `vouchers`. */
  stocks: Generated<number>;
  total_orders: number;
  display_order: number;
  redemption_instructions: string;
  i18n: Json<I18n>;
  custom_options: Json<object>;
  is_product_access_enabled: boolean;
  is_purchase_status_overridden: boolean;
  purchase_status_id: string | null;
  created_at: Date;
  updated_at: Date;
}

/** The words of a product, folded, for finding it: in a table of their own, so that a sale does not touch the index. */
export interface ProductTextTable {
  product_id: string;
  community_id: string;
  name: string;
  description: string;
  grams: number[];
}

/** How many products are listed, by category and type: kept by a trigger, so that a list's total needs no count. */
export interface ProductCountTable {
  community_id: string;
  /** The category's id, or '' for products without one. */
  category_id: string;
  type: string;
  active: number;
}

export interface VoucherTable {
  id: Generated<string>;
  community_id: string;
  product_id: string;
  code: string;
  expires_at: Date | null;
  spent_at: Date | null;
  created_at: Date;
}

export interface ProductPermissionTable {
  id: string;
  community_id: string;
  product_id: string;
  /** Its place in the product's list, from 0. */
  position: number;
  is_enabled: boolean;
  type: string;
  role_names: string[];
  tag_names: string[];
  usernames: string[];
  combination: Json<readonly Combination[]>;
  special_price: number | null;
  is_special_price_enabled: boolean;
  is_purchase_limit_enabled: boolean;
  purchase_limit: Json<PurchaseLimit>;
  access_level: string;
  is_exclusive_tag_enabled: boolean;
}

export interface Combination {
  readonly type: string;
  readonly values: readonly string[];
}

export interface PurchaseLimit {
  readonly quantity: number;
  readonly intervalCount: number;
  readonly intervalUnit: string;
}

export interface StoreConfigTable {
  id: string;
  community_id: string;
  is_enabled: boolean;
  title: string;
  description: string;
  cover: Json<object>;
  currency: Json<object>;
  i18n: Json<I18n>;
  widget: Json<object>;
  created_at: Date;
  updated_at: Date;
}

/** What happened, written in the transaction that did it. */
export interface OutboxTable {
  id: Generated<number>;
  community_id: string;
  name: string;
  payload: Json<object>;
  created_at: Date;
}

/** Somebody of the community: who sees what, and pays with what. Demo only. */
export interface MemberTable {
  id: string;
  community_id: string;
  username: string;
  roles: string[];
  tags: string[];
  balance: number;
  created_at: Date;
}

/** A voucher spent on a member. Demo only. */
export interface PurchaseTable {
  id: string;
  community_id: string;
  product_id: string;
  member_id: string;
  voucher_id: string;
  price: number;
  status: string;
  information: Json<object>;
  idempotency_key: string | null;
  created_at: Date;
}

export interface Tables {
  communities: CommunityTable;
  api_keys: ApiKeyTable;
  purchase_statuses: PurchaseStatusTable;
  categories: CategoryTable;
  products: ProductTable;
  product_texts: ProductTextTable;
  product_counts: ProductCountTable;
  vouchers: VoucherTable;
  product_permissions: ProductPermissionTable;
  store_configs: StoreConfigTable;
  outbox: OutboxTable;
  members: MemberTable;
  purchases: PurchaseTable;
}
