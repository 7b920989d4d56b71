import {RaiErrorEvent, RaiProductChooseEvent, RaiReadyEvent} from '../elements/events.ts';
import {RaiCategoryChangeEvent, RaiSearchEvent} from '../elements/finding-events.ts';
import {RaiProductViewEvent} from '../elements/product-view-event.ts';
import {RaiRedeemEvent, type RedeemOutcome} from '../elements/redeem-event.ts';
import type {FrameMessage, HostMessage} from './protocol.ts';

/**
 * The event that a message of the frame's tells of, as the store itself fires it; `undefined` where it tells of none. It is over in the
 * frame by now, so that cancelling it here changes nothing there.
 */
export function eventOf(message: FrameMessage): Event | undefined {
  switch (message.type) {
    case 'ready':
      return new RaiReadyEvent();
    case 'error':
      return new RaiErrorEvent(message);
    case 'category':
      return new RaiCategoryChangeEvent(message.category);
    case 'search':
      return new RaiSearchEvent(message.search, message.sort);
    case 'choose':
      return new RaiProductChooseEvent(message.product);
    case 'view':
      return new RaiProductViewEvent(message.product);
    default:
      return undefined;
  }
}

/** Has the page answer to a shopper in the frame who redeems, and gives what to say there. It never rejects. */
export async function answerTo(
  {number, product, information}: Extract<FrameMessage, {type: 'redeem'}>,
  target: EventTarget,
): Promise<HostMessage> {
  const event = new RaiRedeemEvent(product, information);
  target.dispatchEvent(event);
  try {
    const outcome = await event.answer;
    return outcome ? {...messageOf(outcome), number} : {type: 'unanswered', number};
  } catch {
    return {type: 'failed', number};
  }
}

function messageOf(outcome: RedeemOutcome) {
  return outcome.redeemed
    ? ({type: 'redeemed', code: outcome.code, instructions: outcome.instructions} as const)
    : ({type: 'refused', reason: outcome.reason} as const);
}
