/** The API in the name of whoever is signed in on a page: what happens behind a story. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** @param seen version that goes into `If-Match` */
export type AskApi = (
  who: Page,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  seen?: number,
  // biome-ignore lint/suspicious/noExplicitAny: stories look into whatever is answered
) => Promise<any>

/** Fails where the API refuses. */
export const askingApi =
  (county: { readonly origin: string }): AskApi =>
  async (who, method, path, body, seen) => {
    const answer = await who.context().request.fetch(`${county.origin}/api/v1${path}`, {
      method,
      headers: { origin: county.origin, ...(seen !== undefined && { 'if-match': `"${seen}"` }) },
      ...(body !== undefined && { data: body }),
    })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
    return answer.json()
  }
