/**
 * Writes what the pages take from the program: the table of rules in docs/rules.md, that of the configuration in
 * docs/operations.md, that of the routes in docs/api.md, the sample in the READMEs and what the walk of docs/a-request-walks-the-house.md prints. Run
 * after a change of any: npx node scripts/pages.ts
 */

import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe } from '../src/cli/describe.ts'
import { hasFailed, readJob } from '../src/cli/read-job.ts'
import { rules } from '../src/report/check.ts'
import type { Severity } from '../src/report/report.ts'
import { type Variable, variables } from '../src/variables.ts'
import { routes } from '../src/web/api/routes.ts'

const root = new URL('../', import.meta.url)
const severities: Readonly<Record<Severity, string>> = { error: '错误', warning: '提示', note: '说明' }

/** The registry as a Markdown table, one rule a row, in the order in which findings are given. */
const rulesTable = async (): Promise<string> =>
  [
    '| 规则 | 要求 | 一般程度 | 依据 |',
    '| --- | --- | --- | --- |',
    ...rules.map(
      ({ id, title, severity, cites }) =>
        `| \`${id}\` | ${title} | ${severities[severity]} | ${cites.join('、')} |`,
    ),
  ].join('\n')

/** The variables of the environment as a Markdown table, in the order in which they are stated. */
const configurationTable = async (): Promise<string> =>
  [
    '| 名称 | 用途 | 默认 | |',
    '| --- | --- | --- | --- |',
    ...Object.entries<Variable>(variables).map(
      ([name, { about, fallback, secret }]) =>
        `| \`${name}\` | ${about} | ${fallback === null ? '' : `\`${fallback}\``} | ${secret ? '密' : ''} |`,
    ),
  ].join('\n')

/** The routes of the API as a Markdown table, in the order in which they are listed. */
const routesTable = async (): Promise<string> =>
  [
    '| 地址 | | 做什么 |',
    '| --- | --- | --- |',
    ...routes.map(
      ({ method, url, summary }) =>
        `| \`${url.replace(/:(\w+)/g, '{$1}').replace('*', '{key}')}\` | ${method} | ${summary} |`,
    ),
  ].join('\n')

const shown = ['examples/09-county-2023-broken-spans.html', 'examples/10-bureau-2025-clean.md']

/** What `gongkai check` says of two of the examples. */
const sample = async (): Promise<string> => {
  const lines = await Promise.all(
    shown.map(async (file) => {
      const outcomes = await readJob(fileURLToPath(new URL(file, root)))
      return outcomes.flatMap((outcome) => (hasFailed(outcome) ? [] : describe({ ...outcome, file })))
    }),
  )
  return ['```text', ...lines.flat(), '```'].join('\n').replace(/\n+```$/, '\n```')
}

const walkPage = 'docs/a-request-walks-the-house.md'

/** What the program on the page prints, run as a reader would run it. */
const walk = async (): Promise<string> => {
  const page = readFileSync(new URL(walkPage, root), 'utf8')
  const program = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module-typescript', '--eval', program],
    { cwd: fileURLToPath(root) },
  )
  return ['```text', stdout.trimEnd(), '```'].join('\n')
}

/** The pages with generated parts: which part, by what. */
const parts = [
  { page: 'docs/rules.md', mark: 'rules', make: rulesTable },
  { page: 'docs/operations.md', mark: 'configuration', make: configurationTable },
  { page: 'docs/api.md', mark: 'routes', make: routesTable },
  { page: 'README.md', mark: 'sample', make: sample },
  { page: 'README.zh-CN.md', mark: 'sample', make: sample },
  { page: walkPage, mark: 'walk', make: walk },
] as const

/** Every generated page as it should be. */
export const generated = async (): Promise<readonly { page: string; text: string }[]> =>
  Promise.all(
    parts.map(async ({ page, mark, make }) => {
      const marks = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(<!-- /${mark} -->)`)
      const part = await make()
      const text = readFileSync(new URL(page, root), 'utf8')
      if (!marks.test(text)) throw new Error(`${page} has no place for ${mark}`)
      return { page, text: text.replace(marks, (_, from: string, to: string) => `${from}\n${part}\n\n${to}`) }
    }),
  )

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { page, text } of await generated()) writeFileSync(new URL(page, root), text)
