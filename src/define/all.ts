import './given-source.ts';
// The store comes first: what stands within one asks it for what they share, and it has to be there to answer.
import './store.ts';
import './product-card.ts';
import './controls.ts';
import './product-detail.ts';
