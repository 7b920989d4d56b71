import {countCoins} from './coins.js';

/** The member who is signed in, in the page's header and in its language. */

const place = /** @type {HTMLElement} */ (document.querySelector('#member'));

/** @type {{name: string, balance: number} | undefined} */
let member;

/** Asks our server who is signed in. Where it does not say, the header says nothing. */
export async function showMember() {
  try {
    const answer = await fetch('/member');
    if (answer.ok) member = await answer.json();
  } catch {
    // Offline: the rest of the page is as good without it.
  }
  nameMember();
}

/** @param {number} balance - What the member has now. */
export function setBalance(balance) {
  if (member) member = {...member, balance};
  nameMember();
}

// The page's own switch was there first, so `lang` is the new language by now.
document.querySelector('#language')?.addEventListener('change', nameMember);

function nameMember() {
  if (!member) return;
  // So the store can say what is within reach.
  document.querySelector('rai-store, rai-store-frame')?.setAttribute('balance', String(member.balance));
  const coins = countCoins(member.balance, document.documentElement.lang);
  place.replaceChildren(isolated(member.name), ' · ', isolated(coins));
}

/**
 * A text that keeps its own direction: a Latin name would else draw the number away from its Arabic noun.
 * @param {string} text
 */
function isolated(text) {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}
