/** Writes the table of rules into docs/rules.md, between its two marks. Run: npx node scripts/rules-page.ts */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rules } from '../src/report/check.ts'
import type { Severity } from '../src/report/report.ts'

const severities: Readonly<Record<Severity, string>> = { error: '错误', warning: '提示', note: '说明' }

/** The registry as a Markdown table, one rule a row, in the order in which findings are given. */
export const rulesTable = (): string =>
  [
    '| 规则 | 要求 | 一般程度 | 依据 |',
    '| --- | --- | --- | --- |',
    ...rules.map(
      ({ id, title, severity, cites }) =>
        `| \`${id}\` | ${title} | ${severities[severity]} | ${cites.join('、')} |`,
    ),
  ].join('\n')

const marks = /(<!-- rules -->\n)[\s\S]*?(\n<!-- \/rules -->)/

/** The page with its table replaced. */
export const withTable = (page: string): string =>
  page.replace(marks, (_, before: string, after: string) => `${before}${rulesTable()}${after}`)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../docs/rules.md', import.meta.url)
  writeFileSync(file, withTable(readFileSync(file, 'utf8')))
}
