import type {RaiRedeemEvent, RedeemOutcome} from '../elements/redeem-event.ts';
import {told, type FrameMessage, type HostMessage} from './protocol.ts';

/** What a page answers to a shopper who redeems. */
export type Answer = Extract<HostMessage, {readonly number: number}>;

interface Waiting {
  readonly resolve: (outcome: RedeemOutcome | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** In the frame: hands over what shoppers redeem to the page around it, and its answers to them. Each is taken once. */
export class RedeemDesk {
  readonly #say: (message: FrameMessage) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(say: (message: FrameMessage) => void) {
    this.#say = say;
  }

  /** Hands an event over, and answers it with what will come. */
  ask(event: RaiRedeemEvent): void {
    const product = told(event.product);
    if (!product) return;
    const {name, phone, address} = event.information;
    const number = ++this.#last;
    event.respondWith(
      new Promise((resolve, reject) => {
        this.#waiting.set(number, {resolve, reject});
      }),
    );
    this.#say({type: 'redeem', number, product, information: {name, phone, address}});
  }

  /** Takes an answer; one to nothing that was asked is nothing. */
  answer(answer: Answer): void {
    const {number} = answer;
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (answer.type === 'redeemed')
      waiting?.resolve({redeemed: true, code: answer.code, instructions: answer.instructions});
    else if (answer.type === 'refused') waiting?.resolve({redeemed: false, reason: answer.reason});
    else if (answer.type === 'unanswered') waiting?.resolve(undefined);
    else waiting?.reject(new Error('The page around the frame does not know what became of it.'));
  }
}
