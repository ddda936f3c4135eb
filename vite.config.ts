import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

const otherLanguage =
  /\/react-(?:aria|aria-components|stately)\/.*\/intl\/.*\/(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/

/** React Aria speaks thirty languages; the pages speak Chinese, and English is what it falls back on. */
const chineseOnly: Plugin = {
  name: 'chinese-only',
  enforce: 'pre',
  load: (id) => (otherLanguage.test(id) ? 'export default {}' : null),
}

/** Builds the pages. The tests have a configuration of their own, `vitest.config.ts`. */
export default defineConfig({
  plugins: [chineseOnly, tailwindcss(), reactRouter()],
  build: { target: 'es2020', cssTarget: 'chrome109' },
})
