import {texts} from './community-texts.js';

/**
 * The chat of the channel that is open; beside the rewards it is that of the trails, where everybody reads what somebody redeemed.
 *
 * @typedef {{by: string, at: number, text?: string, redeemed?: string}} Message
 */

const HOME = 'trail-talk';

const root = document.documentElement;
const list = /** @type {HTMLElement} */ (document.querySelector('#messages'));
const name = /** @type {HTMLElement} */ (document.querySelector('#chat-channel'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('#write'));
const news = /** @type {HTMLElement} */ (document.querySelector('.news'));

let channel = '';
/** @type {Message[]} */
let messages = [];

addEventListener('hashchange', () => void open());
document.querySelector('#language')?.addEventListener('change', show);
document.addEventListener('member-redeemed', (event) => {
  const {product} = /** @type {CustomEvent<{product: {name?: string}}>} */ (event).detail;
  if (product.name) void post(HOME, {redeemed: product.name});
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('text'));
  const text = field.value.trim();
  if (!text) return;
  field.value = '';
  void post(channel, {text});
});
await open();

async function open() {
  const wanted = root.dataset.channel === 'rewards' ? HOME : root.dataset.channel || HOME;
  if (root.dataset.channel === HOME) news.hidden = true;
  if (wanted === channel) return;
  channel = wanted;
  name.textContent = channel;
  const answer = await fetch(`/chat/${channel}`);
  if (!answer.ok || wanted !== channel) return;
  messages = await answer.json();
  show();
}

/**
 * @param {string} where
 * @param {{text: string} | {redeemed: string}} what
 */
async function post(where, what) {
  const answer = await fetch(`/chat/${where}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(what),
  });
  if (!answer.ok) return;
  if (root.dataset.channel !== where && where === HOME) news.hidden = false;
  if (where !== channel) return;
  messages.push(await answer.json());
  show();
}

function show() {
  const times = new Intl.DateTimeFormat(root.lang, {hour: 'numeric', minute: '2-digit'});
  list.replaceChildren(
    ...messages.map((message, index) => {
      const item = document.createElement('li');
      if (message.by === messages[index - 1]?.by && !message.redeemed) item.className = 'again';
      const face = text('span', message.by[0] ?? '', 'face');
      face.ariaHidden = 'true';
      face.dataset.hue = String((message.by.codePointAt(0) ?? 0) % 5);
      item.append(face, text('b', message.by), text('time', times.format(message.at)));
      item.append(
        message.redeemed ? text('p', redeemed(message.redeemed), 'redeemed') : text('p', message.text ?? ''),
      );
      return item;
    }),
  );
  const log = list.parentElement;
  if (log) log.scrollTop = log.scrollHeight;
}

/** @param {string} what */
function redeemed(what) {
  const words = texts[root.lang]?.redeemed ?? texts.en?.redeemed ?? '{name}';
  return words.replace('{name}', () => what);
}

/**
 * @param {string} tag
 * @param {string} content
 * @param {string} [className]
 */
function text(tag, content, className = '') {
  const element = document.createElement(tag);
  element.dir = 'auto';
  element.className = className;
  element.textContent = content;
  return element;
}
