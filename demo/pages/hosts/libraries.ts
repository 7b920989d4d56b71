import {join} from 'node:path';

const MODULES = join(import.meta.dirname, '../../../node_modules');

/** The libraries that the pages bring, by their names in addresses: the files as their authors publish them. */
export const LIBRARIES: Readonly<Record<string, string>> = {
  prototype: join(MODULES, 'prototype-js-core/prototype.js'),
  mootools: join(MODULES, 'mootools-core-dist/dist/mootools-core.js'),
  'mootools-compat': join(MODULES, 'mootools-core-dist/dist/mootools-core-compat.js'),
  jquery: join(MODULES, 'jquery/dist/jquery.js'),
  zone: join(MODULES, 'zone.js/bundles/zone.umd.js'),
  'core-js': join(MODULES, 'core-js-bundle/minified.js'),
  vue: join(MODULES, 'vue/dist/vue.global.prod.js'),
  alpine: join(MODULES, 'alpinejs/dist/cdn.js'),
  htmx: join(MODULES, 'htmx.org/dist/htmx.js'),
  'rails-ujs': join(MODULES, '@rails/ujs/app/assets/javascripts/rails-ujs.js'),
};
