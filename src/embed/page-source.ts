import {useSource} from '../controllers/source.ts';
import {sourceOfPage} from './slot.ts';

// A module of its own, so that it has run before the modules after it register their elements.
useSource(sourceOfPage());
