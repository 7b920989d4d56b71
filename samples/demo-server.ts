/** Passes `/redeem` on to the demo's partner, as if its own page had asked. */
const partner = 'http://127.0.0.1:4300';

export const server = {proxy: {'/redeem': {target: partner, headers: {Origin: partner}}}};
