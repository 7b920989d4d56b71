import {policy} from '../content/trusted-types.ts';

// Lit parses its templates so. Where the page forbids it, or is XML, this module fails, and with it all that come after it: better
// no element at all than one that stays white.
// eslint-disable-next-line no-restricted-syntax -- it is only tried here, with nothing of anybody's in it
document.createElement('template').innerHTML = (policy?.createHTML('<br>') ?? '<br>') as string;
