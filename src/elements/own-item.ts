import {html} from 'lit';
import {faultsIn} from './card-bindings.ts';
import type {DrawOwn} from './card-templates.ts';

// eslint-disable-next-line no-console -- Whoever wrote the template looks nowhere else, and the shopper has a card all the same.
const warn = (what: string) => console.warn(`rai-store: ${what}`);

/** Draws products by a page's template, and tells its developer what in it can't be meant so. */
export const drawOwn: DrawOwn = (own, usual) => {
  for (const fault of faultsIn(own.content, own.isWhole))
    warn(`<template slot="${own.isWhole ? 'card' : 'card-footer'}">: ${fault}`);
  return (product, scene, holder, isEager = false) => {
    const {show} = holder;
    return own.isWhole
      ? html`<li>
          <rai-store-own-card
            .own=${own}
            .product=${product}
            .scene=${scene}
            .show=${show}
            .eager=${isEager}
          ></rai-store-own-card>
        </li>`
      : usual(
          product,
          scene,
          holder,
          isEager,
          html`<rai-store-own-card
            slot="footer"
            .own=${own}
            .product=${product}
            .scene=${scene}
            .show=${show}
            .eager=${isEager}
          ></rai-store-own-card>`,
        );
  };
};
