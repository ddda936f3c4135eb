import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isUnread, type ReadReport, read } from '../../../src/reader/read.ts'
import type { Readings } from '../../../src/report/reading.ts'
import { type MarkedSource, markSource } from '../../../src/web/pages/work/reports/marked-source.ts'
import type { SourceBlock } from '../../../src/web/pages/work/reports/source-places.ts'

const examples = join(import.meta.dirname, '../../../examples')
const files = readdirSync(examples).filter((name) => /^\d/.test(name))

async function reading(name: string): Promise<ReadReport> {
  const [found] = await read(new Uint8Array(readFileSync(join(examples, name))), name)
  if (found === undefined || isUnread(found)) throw new Error(`${name} was not read`)
  return found
}

/** The characters that a mark covers. */
function textOfMark({ blocks }: MarkedSource, mark: number): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'table')
        return block.mark === mark
          ? [block.rows.flat()]
          : [block.rows.flat().filter((cell) => cell.mark === mark)]
      if (block.kind !== 'line') return []
      return [block.mark === mark ? block.stretches : block.stretches.filter((part) => part.mark === mark)]
    })
    .flat()
    .map(({ text }) => text)
    .join('')
}

/** All text of a marked source, to see that nothing is lost. */
const textOf = ({ blocks }: MarkedSource): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'line') return block.stretches.map(({ text }) => text)
      return block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : []
    })
    .join('')
    .replace(/\s/g, '')

const bare = (text: string) => text.replace(/\s/g, '')

describe.each(files)('%s', (name) => {
  test('every figure that was read is marked where it is printed, and nothing of the source is lost', async () => {
    const { report, source } = await reading(name)
    const sayings = report.claims.map(({ sentence, place }) => ({ text: sentence, place }))
    const marked = markSource(source.blocks, report.readings, sayings)
    const misplaced = Object.entries(report.readings).filter(([key, found]) => {
      const mark = marked.markOf[key]
      if (found.kind === 'absent') return mark !== undefined
      return mark === undefined || !bare(textOfMark(marked, mark)).includes(bare(found.raw))
    })
    expect(misplaced).toEqual([])
    const printed = source.blocks.flatMap((block) =>
      block.kind === 'line' ? [block.text] : block.cells.map(({ text }) => text),
    )
    expect(textOf(marked)).toBe(bare(printed.join('')))
    expect(marked.found.filter((found) => !found)).toEqual([])
    const lines = marked.blocks.flatMap((block) =>
      block.kind === 'line' && block.mark !== undefined ? [block.mark] : [],
    )
    const rowsOf = (cells: readonly string[]) => new Set(cells.map((key) => key.split('@')[0]))
    const merged = marked.marks.filter((cells, mark) => !lines.includes(mark) && rowsOf(cells).size > 1)
    expect(merged).toEqual([])
  })
})

const line = (text: string, number: number): SourceBlock => ({ kind: 'line', text, place: { line: number } })
const number = (value: number, at: number, column: number) =>
  ({ kind: 'number', value, raw: String(value), place: { line: at, column } }) as const

test('equal figures in one line are told apart', () => {
  const readings: Readings = { first: number(5, 1, 4), second: number(5, 1, 6) }
  const [row] = markSource([line('规章 5 5', 1)], readings, []).blocks
  expect(row).toEqual({
    kind: 'line',
    stretches: [{ text: '规章 ' }, { text: '5', mark: 0 }, { text: ' ' }, { text: '5', mark: 1 }],
  })
})

test('cells of a row that was printed without gaps share one mark', () => {
  const run = (value: number) =>
    ({ kind: 'inferred', value, raw: '1001', place: { line: 1, column: 3 }, proof: '' }) as const
  const { marks, markOf } = markSource(
    [line('新收1001', 1)],
    { a: run(1), b: run(0), c: run(0), d: run(1) },
    [],
  )
  expect(marks).toEqual([['a', 'b', 'c', 'd']])
  expect(markOf).toEqual({ a: 0, b: 0, c: 0, d: 0 })
})

test('a sentence is found over the end of its line, and a figure may stand in it', () => {
  const blocks = [line('2025年新收申请15', 1), line('7件，办结 150 件。', 2)]
  const readings: Readings = { done: number(150, 2, 7) }
  const marked = markSource(blocks, readings, [{ text: '新收申请157件，办结150件。' }])
  expect(marked.found).toEqual([true])
  expect(marked.blocks).toEqual([
    { kind: 'line', stretches: [{ text: '2025年' }, { text: '新收申请15', said: [0], opens: [0] }] },
    {
      kind: 'line',
      stretches: [
        { text: '7件，办结 ', said: [0] },
        { text: '150', mark: 0, said: [0] },
        { text: ' 件。', said: [0], closes: [0] },
      ],
    },
  ])
})

test('a reading whose characters are not in its line is at the line as a whole; one of nowhere has no place', () => {
  const readings: Readings = {
    blank: { kind: 'blank', raw: '', place: { line: 1, column: 3 } },
    lost: { kind: 'illegible', raw: '■', place: { line: 9 } },
    absent: { kind: 'absent' },
  }
  const { blocks, markOf } = markSource([line('规章', 1)], readings, [])
  expect(markOf).toEqual({ blank: 0 })
  expect(blocks).toEqual([{ kind: 'line', stretches: [{ text: '规章' }], mark: 0 }])
})

test('pages and sheets are announced where they begin', () => {
  const on = (page: number): SourceBlock => ({ kind: 'line', text: '字', place: { page, line: 1 } })
  const kinds = markSource([on(1), on(1), on(2)], {}, []).blocks.map(({ kind }) => kind)
  expect(kinds).toEqual(['page', 'line', 'line', 'page', 'line'])
})
