import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';
import {server} from '../demo-server.ts';

const isCustomElement = (tag: string) => tag.startsWith('rai-');

export default defineConfig({server, plugins: [vue({template: {compilerOptions: {isCustomElement}}})]});
