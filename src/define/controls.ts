// What stands around the cards.
import './category-nav.ts';
import './finder.ts';
import './head.ts';
import './notice.ts';
