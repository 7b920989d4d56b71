import {StoreElement} from '../elements/store.ts';
import './store.ts';
import './product-card.ts';

// The first card needs the two above; the rest comes when it is needed.
StoreElement.late = {
  controls: () => import('./controls.ts'),
  detail: () => import('./product-detail.ts'),
};

// A page may lay the navigation out by itself, outside of any store.
if (document.querySelector('rai-category-nav')) void StoreElement.late.controls!();
