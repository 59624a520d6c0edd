import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` (dev/main.ts) adds the way to the demo's server.
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: { outDir: '../dist-web', emptyOutDir: true },
});
