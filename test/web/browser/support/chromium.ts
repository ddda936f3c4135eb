/**
 * A real browser for tests: the headless shell that comes with @sparticuz/chromium, which takes half the time of a whole
 * Chromium; where it does not run, the system's. Where there is neither, tests of the browser are skipped with the reason.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { fontEnvironment } from './fonts.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--lang=zh-CN',
]

/** Where the browser is, or why there is none. `CHROMIUM` names another. */
export async function findChromium(): Promise<{ readonly path: string } | { readonly missing: string }> {
  const asked = process.env.CHROMIUM
  if (asked !== undefined) return existsSync(asked) ? { path: asked } : { missing: `no file ${asked}` }
  const shell = await unpacked()
  if (spawnSync(shell, ['--version']).status === 0) return { path: shell }
  const system = places.find(existsSync)
  return system === undefined ? { missing: 'no Chromium: set CHROMIUM to its path' } : { path: system }
}

/** The headless shell, unpacked once for each release of it; renamed when it is whole, as others may be waiting for it. */
async function unpacked(): Promise<string> {
  const home = join(import.meta.dirname, '../../../../node_modules/@sparticuz/chromium')
  const { version } = createRequire(import.meta.url)(join(home, 'package.json')) as { version: string }
  const folder = join(import.meta.dirname, `../../../../tmp/chromium-${version}`)
  const path = join(folder, 'headless-shell')
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const partial = `${path}.${process.pid}`
  await pipeline(
    createReadStream(join(home, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(partial, { mode: 0o700 }),
  )
  renameSync(partial, path)
  return path
}

/** A browser with a profile of its own, which it throws away when it is closed. */
export const launch = (path: string): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    headless: true,
    args: flags,
    env: { ...process.env, ...fontEnvironment() } as Record<string, string>,
  })

/** The screens that pages are held to. */
export const screens = {
  desktop: { viewport: { width: 1366, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const satisfies Record<string, BrowserContextOptions>

export type Screen = keyof typeof screens

interface Visitor {
  readonly screen?: Screen
  /** False for a browser that runs no script. */
  readonly script?: boolean
}

/** A visitor with cookies of their own. */
export async function visit(
  browser: Browser,
  { screen = 'desktop', script = true }: Visitor = {},
): Promise<BrowserContext> {
  return slowed(
    await browser.newContext({
      ...screens[screen],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      javaScriptEnabled: script,
      reducedMotion: 'reduce',
    }),
  )
}

/**
 * Milliseconds, `SLOW`, by which scripts and the answers to them may be late: what a test takes for granted on a quick
 * machine, that a page has come alive or that an answer is there already, fails with it sooner or later.
 */
export const slow = Number(process.env.SLOW ?? 0)

async function slowed(context: BrowserContext): Promise<BrowserContext> {
  if (slow === 0) return context
  await context.route(/\.(data|js)(\?|$)/, async (route) => {
    await setTimeout(Math.random() * slow)
    await route.continue().catch(() => undefined)
  })
  return context
}
