import {defineConfig} from 'vite';
import {server} from '../demo-server.ts';

export default defineConfig({server});
