import './page-source.ts';
import '../define/store.ts';
import '../define/product-card.ts';
import {StoreElement} from '../elements/store.ts';

// The first card needs the two above; the rest comes when it is needed.
StoreElement.late = {
  controls: () => import('../define/controls.ts'),
  detail: () => import('../define/product-detail.ts'),
};

// A page may lay the navigation out by itself, outside of any store.
if (document.querySelector('rai-category-nav')) void StoreElement.late.controls!();
