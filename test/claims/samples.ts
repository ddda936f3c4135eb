/** The sample reports that are kept outside the repository, with what was read in them by hand. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold, scriptOf, withoutPinyin } from '../../src/reader/fold.ts'
import { type Claim, claimsIn } from '../../src/report/claims.ts'
import { editions } from '../../src/report/editions/index.ts'
import { cellKey, type EditionId, leaves } from '../../src/report/form.ts'

const folder = join(import.meta.dirname, '../../../shared/samples')

/** Why the samples cannot be read, or null. */
export const missing = existsSync(folder) ? null : `no samples at ${folder}`

export interface Truth {
  readonly agency: string | null
  readonly year: number
  readonly edition: EditionId
  readonly section2: Readonly<Record<string, readonly (number | string | null)[]>> | null
  readonly section3: { readonly rows: readonly { readonly values: readonly (number | null)[] }[] } | null
  readonly section4: { readonly values: readonly (number | null)[] } | null
  readonly narrative: Readonly<Record<string, unknown>>
}

export interface Sample {
  readonly name: string
  readonly truth: Truth
  readonly claims: readonly Claim[]
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const json = (path: string) => JSON.parse(read(`${path}.truth.json`))

const claimsOf = (raw: string, year: number | null): readonly Claim[] =>
  claimsIn({ number: 1, text: fold(withoutPinyin(raw), scriptOf(raw)) }, { year })

const sample = (path: string): Sample => {
  const truth: Truth = json(path)
  return { name: path, truth, claims: claimsOf(read(`${path}.txt`), truth.year) }
}

/** Two reports printed side by side: the left or the right half of each line. */
const column = (lines: readonly string[], side: 0 | 1): string =>
  lines
    .map((line) => {
      if (/^\s{4,}/.test(line)) return side === 1 ? line.trim() : ''
      return line.split(/\s{2,}/)[side] ?? ''
    })
    .filter(Boolean)
    .join('\n')

const twoColumns = (): readonly Sample[] => {
  const path = 'text/suqian-2023-2024-two-column'
  const lines = read(`${path}.txt`).split('\n')
  const at = (words: string) => lines.findIndex((line) => line.includes(words))
  const prose = [
    ...lines.slice(at('一、总体情况') + 1, at('二、主动公开政府信息情况')),
    ...lines.slice(at('六、其他需要报告的事项') + 1, at('数据勾稽问题清单')),
  ]
  return (json(path).reports as readonly Truth[]).map((truth, side) => ({
    name: `${path}#${truth.year}`,
    truth,
    claims: claimsOf(column(prose, side === 0 ? 0 : 1), truth.year),
  }))
}

export const samples = (): readonly Sample[] => [
  ...[
    'seeds/000_4c838dddf2b6ea41',
    'seeds/001_af50056a84a15ae0',
    'seeds/002_7a65bc881374ab27',
    'seeds/003_8c5126968789870d',
    'seeds/004_2ee7e895fb2dacb9',
    'text/hongze-2023-raw',
    'text/hongze-2023-layout',
    'text/hongze-2024-raw',
    'text/hongze-2024-layout',
    'text/huaian-2024-raw',
    'text/huaian-2024-layout',
    'text/pingtan-2019-run-together',
    'text/pingtan-2023-run-together',
  ].map(sample),
  ...twoColumns(),
]

export const fragment = (name: string, year: number): readonly Claim[] =>
  claimsOf(read(`fragments/${name}.txt`), year)

/** The cells of a sample's tables by key, as far as they were read by hand. */
export const cellsOf = ({ truth }: Sample): ReadonlyMap<string, number | null> => {
  const cells = new Map<string, number | null>()
  for (const table of editions[truth.edition]?.tables ?? []) {
    const rows = leaves(table.rows)
    const columns = leaves(table.columns)
    rows.forEach((row, r) => {
      const values =
        table.key === 'requests'
          ? truth.section3?.rows.length === rows.length
            ? truth.section3.rows[r]?.values
            : undefined
          : table.key === 'disputes'
            ? truth.section4?.values
            : truth.section2?.[row.node.caption]
      columns.forEach((col, c) => {
        const value = values?.[c]
        if (value !== undefined)
          cells.set(cellKey(table, row.path, col.path), value === null ? null : Number(value))
      })
    })
  }
  return cells
}
