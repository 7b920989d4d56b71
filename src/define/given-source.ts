import {useSource} from '../controllers/source.ts';
import {networkSource} from './source.ts';

// A module of its own, so that it has run before the modules after it register their elements.
useSource(networkSource);
