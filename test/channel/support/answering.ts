import {FrameLink} from '../../../src/channel/links.ts';
import {READY} from '../../../src/channel/vendor.ts';

// The frame's end in a page of its own: it tells that it is ready, and answers what is seen with a height of the same number.
const link = new FrameLink({
  source: parent,
  isAllowed: (origin) => origin === location.origin,
  hear: (message) => {
    if (message.type === 'seen') link.say({type: 'height', height: message.height});
  },
});
addEventListener('message', (event) => link.heard(event));
parent.postMessage({type: READY}, location.origin);
