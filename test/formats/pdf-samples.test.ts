import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRefusal, type ObservedTable } from '../../src/reader/formats/observed.ts'
import { parsePdf } from '../../src/reader/formats/pdf.ts'

/** Real reports stay outside the repository; where they are not at hand there is nothing to compare. */
const folder = join(import.meta.dirname, '../../../shared/samples/pdf')
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : []

interface Truth {
  readonly section2: Record<string, readonly (number | string)[]>
  readonly section3: {
    readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
  }
  readonly section4: { readonly values: readonly number[] }
}

const bare = (text: string): string => text.replaceAll(/[\s、.，,]/g, '')

describe.skipIf(names.length === 0)('每个印出的数字都在它自己的格子里（样本目录不在时跳过）', () => {
  test.each(names)('%s', async (name) => {
    const observed = await parsePdf(readFileSync(join(folder, name)))
    if (isRefusal(observed)) throw new Error(observed.message)
    const truth = JSON.parse(readFileSync(join(folder, name.replace('.pdf', '.truth.json')), 'utf8')) as Truth
    const tables = observed.blocks.filter((block): block is ObservedTable => block.kind === 'table')
    const rows = tables.flatMap((table) =>
      Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row)),
    )
    expect(rows.flat().map((cell) => cell.text)).toContain('三、本年度办理结果')
    /** What stands to the right of a label, cell by cell. */
    const beside = (label: string): string[] => {
      for (const row of rows) {
        const at = row.findIndex((cell) => bare(cell.text) === bare(label))
        if (at >= 0) return row.slice(at + 1).map((cell) => cell.text)
      }
      return []
    }
    for (const [label, values] of Object.entries(truth.section2)) {
      expect([label, ...beside(label)]).toEqual([label, ...values.map(String)])
    }
    for (const { label, values } of truth.section3.rows) {
      const last = label.split('/').at(-1)!
      const found = [last, last.replace('法规禁', '')].map(beside).find((cells) => cells.length > 0) ?? []
      expect([label, ...found.filter((text) => text !== '')].slice(0, 8)).toEqual([
        label,
        ...values.map(String),
      ])
    }
    const fourth = tables.find((table) => table.columns === 15)!
    expect(fourth.cells.filter((cell) => cell.row === fourth.rows - 1).map((cell) => cell.text)).toEqual(
      truth.section4.values.map(String),
    )
  })
})
