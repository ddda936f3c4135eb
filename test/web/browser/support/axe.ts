/** Accessibility of a page as it stands, by axe: the rules of WCAG 2.1 A and AA. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/**
 * What is wrong, one line a rule and place; empty where nothing is. The rules are run beside the page, which therefore
 * keeps its content policy; the browser itself must run script.
 *
 * @param within a selector, where only a part of the page is to be looked at
 */
export async function axe(page: Page, within?: string): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page)
  const { frameTree } = await client.send('Page.getFrameTree')
  const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  })
  await client.send('Runtime.evaluate', { expression: source, contextId })
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression: `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  })
  await client.detach()
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return (result.value as AxeResults).violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim()}`,
    ),
  )
}
