// What stands around the cards, and what an element needs from its first card on.
import {LanguageController} from '../controllers/language.ts';
import type {Controls} from '../elements/late.ts';
import './category-nav.ts';
import './finder.ts';
import './head.ts';
import './notice.ts';

export {standAlone} from '../elements/alone.ts';

/** Keeps an element to the page's language. */
export const followLanguage: Controls['followLanguage'] = (host) => void new LanguageController(host);
