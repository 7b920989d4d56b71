import * as v from 'valibot';
import {isRefusal, type Refusal} from './refusals.ts';

/** Who is signed in on the partner's site, and the key with which the partner's server acts for them. */
export interface Account {
  /** The member's id in the community. */
  readonly memberID: string;
  /** What the partner calls them. */
  readonly name: string;
  /** The key of the store service. It may spend, so it stays on the server. */
  readonly apiKey: string;
}

/** What a member wants, as their page sent it. */
export interface Wish {
  readonly productID: string;
  readonly information: Readonly<Record<string, string | undefined>>;
  /** The same for every sending of one wish, which is then fulfilled once. */
  readonly idempotencyKey: string;
  /** The language of the instructions. */
  readonly language: string;
}

/** What became of a wish. */
export type Outcome =
  | {readonly code: string; readonly instructions: string; readonly balance: number}
  | {readonly refusal: Refusal; readonly missing?: number | undefined};

/** The store service is away, or answers what it never should; nobody knows what became of the wish. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}

/** How long the store service may take, in ms. */
const PATIENCE = 10_000;

const memberAnswer = v.object({data: v.object({balance: v.number()})});

const purchaseAnswer = v.object({
  data: v.object({code: v.string(), redemptionInstructions: v.string(), balance: v.number()}),
});

const refusalAnswer = v.object({
  reason: v.optional(v.string()),
  missing: v.optional(v.number()),
  errors: v.optional(v.array(v.object({path: v.optional(v.string())})), []),
});

/** One member's balance at the store service, and what they spend of it. */
export class Purse {
  readonly #store: () => string;
  readonly #account: Account;

  /** @param store - Gives the store service's origin. */
  constructor(store: () => string, account: Account) {
    this.#store = store;
    this.#account = account;
  }

  /** @throws {StoreFault} Where the store service does not tell. */
  async balance(): Promise<number> {
    const {status, body} = await this.#send(`/demo/members/${this.#account.memberID}`);
    return read(memberAnswer, status, body).data.balance;
  }

  /**
   * Buys for the member.
   *
   * @throws {StoreFault} Where the store service neither sells nor says why not. Sending the same wish again is safe.
   */
  async spend({productID, information, idempotencyKey, language}: Wish): Promise<Outcome> {
    const {status, body} = await this.#send(`/demo/purchases?lang=${language}`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey},
      body: JSON.stringify({productID, userID: this.#account.memberID, information}),
    });
    if (status < 300) {
      const {code, balance, redemptionInstructions: instructions} = read(purchaseAnswer, status, body).data;
      return {code, instructions, balance};
    }
    const {reason, missing, errors} = read(refusalAnswer, status, body);
    if (isRefusal(reason)) return {refusal: reason, missing};
    if (status === 404) return {refusal: 'not-offered'};
    if (errors.some(({path}) => path?.startsWith('information.'))) return {refusal: 'information-missing'};
    throw new StoreFault(`The store service refused a purchase with ${status} and no reason that is known.`);
  }

  async #send(path: string, {headers, ...init}: {headers?: object; method?: string; body?: string} = {}) {
    try {
      const answer = await fetch(`${this.#store()}${path}`, {
        ...init,
        headers: {...headers, Authorization: `Bearer ${this.#account.apiKey}`},
        signal: AbortSignal.timeout(PATIENCE),
      });
      return {status: answer.status, body: (await answer.json()) as unknown};
    } catch (cause) {
      throw new StoreFault('The store service does not answer.', {cause});
    }
  }
}

function read<const Schema extends v.GenericSchema>(
  schema: Schema,
  status: number,
  body: unknown,
): v.InferOutput<Schema> {
  const {success, output} = v.safeParse(schema, body);
  if (success) return output;
  throw new StoreFault(`The store service answered ${status} with something else than expected.`);
}
