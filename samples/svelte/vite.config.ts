import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';
import {server} from '../demo-server.ts';

export default defineConfig({server, plugins: [svelte()]});
