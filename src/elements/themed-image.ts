import {html} from 'lit';
import type {ThemedImage} from '../catalog/product.ts';

/** A decorative picture in its light or dark form, as the surroundings are. The one that is not shown is not fetched. */
export const themedImage = ({light, dark}: ThemedImage, name: string) =>
  html`<img class="${name} for-light" src=${light} alt="" loading="lazy" referrerpolicy="no-referrer" /><img
      class="${name} for-dark"
      src=${dark}
      alt=""
      loading="lazy"
      referrerpolicy="no-referrer"
    />`;
