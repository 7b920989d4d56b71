import {css} from 'lit';

/**
 * The picture of a detail. Beside a long text it has more height than any picture: it is shown as a square then, on a ground of its
 * own colours, instead of being cut to a strip.
 */
export const pictureStyles = css`
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 0;
    overflow: hidden;
    background: var(--_faint);
    color: var(--_muted);
  }
  .picture svg {
    width: 30%;
    height: auto;
    stroke-width: 1;
    opacity: 0.6;
  }
  /* The colours of its upper corner, where most pictures have nothing else; the blur of its edges is out of sight. */
  .ground {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
    object-position: 0 0;
    transform-origin: 5% 5%;
    scale: 6;
    filter: blur(8px);
  }
  .image {
    position: relative;
    width: 100%;
    max-height: 100%;
    min-height: 0;
    aspect-ratio: 1;
    object-fit: cover;
    background: var(--_faint);
    mask-image: linear-gradient(transparent, #000 12% 88%, transparent);
  }
  @media (width < 720px) {
    .picture {
      aspect-ratio: 16 / 9;
      max-height: calc(var(--_seen) * 0.32);
      width: 100%;
    }
    .ground {
      display: none;
    }
    .image {
      height: 100%;
      aspect-ratio: auto;
      mask-image: none;
    }
  }
`;
