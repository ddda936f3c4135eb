import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/** Builds the pages. The tests have a configuration of their own, `vitest.config.ts`. */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: { target: 'es2020', cssTarget: 'chrome109' },
})
