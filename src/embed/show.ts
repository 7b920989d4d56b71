import './page-source.ts';
import './parses-templates.ts';
import '../define/store.ts';
import '../define/product-card.ts';
import {anew, late, type Controls} from '../elements/late.ts';

// The first card needs the two above; the rest comes when it is needed.
late.controls = () => import('../define/controls.ts').catch(anew) as Promise<Controls>;
late.detail = () => import('../define/product-detail.ts');

// A page may lay the navigation out by itself, outside of any store; and what draws the cards that it has brought is to be there
// when the data is.
if (document.querySelector('rai-category-nav, rai-store > template')) late.controls().catch(() => {});
