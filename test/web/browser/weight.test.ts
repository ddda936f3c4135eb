/** What pages weigh, against their budgets. No browser is needed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgets, sessionAt, weigh, weighed } from './support/page-weight.ts'
import { bePatient } from './support/patience.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'

bePatient()

let county: ServedCounty
let cookie: string
beforeAll(async () => {
  county = await serveCounty()
  cookie = await sessionAt(county.origin, 'county.supervisor', 'Shili-Xian-2026')
})
afterAll(() => county?.close())

describe.each(weighed)('$name', ({ path, budget, signedIn }) => {
  test(`weighs no more than a page of its kind may (${budget})`, async () => {
    const weight = await weigh(county.origin, path, signedIn ? cookie : '')
    expect(weight.html.packed).toBeGreaterThan(500)
    expect(weight.css.packed).toBeGreaterThan(500)
    for (const part of ['html', 'css', 'js'] as const)
      expect(weight[part].packed, part).toBeLessThanOrEqual(budgets[budget][part])
    if (budgets[budget].js > 0) expect(weight.js.packed).toBeGreaterThan(0)
  })
})
