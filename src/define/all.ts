import './given-source.ts';
// The store comes first: what stands within one follows it, and it has to be there to be followed.
import './store.ts';
import './product-card.ts';
import * as controls from './controls.ts';
import './product-detail.ts';
import {late} from '../elements/late.ts';

late.controls = () => Promise.resolve(controls);
late.detail = () => Promise.resolve();
