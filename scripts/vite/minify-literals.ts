import {minifyHTMLLiterals} from 'minify-literals';
import type {Plugin} from 'vite';

/** Takes the indentation and comments out of the html, css and svg literals of the project's own sources. */
export const minifyLiterals = (): Plugin => ({
  name: 'minify-literals',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: {id: /\/src\/.*\.ts$/, code: /\b(?:html|css|svg)`/},
    async handler(code, id) {
      const smaller = await minifyHTMLLiterals(code, {fileName: id});
      return smaller && {code: smaller.code, map: smaller.map as never};
    },
  },
});
