/**
 * A real browser for tests: the system's Chromium, else the one that comes with @sparticuz/chromium. Where there is
 * neither, tests of the browser are skipped with the reason.
 */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { fontEnvironment } from './fonts.ts'

const places = [
  process.env.CHROMIUM,
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

/** Where the browser is, or why there is none. */
export async function findChromium(): Promise<{ readonly path: string } | { readonly missing: string }> {
  const system = places.find((place) => place !== undefined && existsSync(place))
  if (system !== undefined) return { path: system }
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return { path: await packed.executablePath() }
  } catch (fault) {
    return { missing: `no Chromium: set CHROMIUM to its path (${(fault as Error).message})` }
  }
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
export const visit = (
  browser: Browser,
  { screen = 'desktop', script = true }: Visitor = {},
): Promise<BrowserContext> =>
  browser.newContext({
    ...screens[screen],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: script,
    reducedMotion: 'reduce',
  })
