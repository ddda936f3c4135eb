/** Every reading can be found again: in the source, at its place, stands what was read. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { utils, write as writeBook } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import type { Block, Place } from '../../src/reader/formats/observed.ts'
import { isUnread, type ReadReport, read } from '../../src/reader/read.ts'
import { type WriteFormat, write } from '../../src/writer/write.ts'
import { makeDoc } from '../formats/make-doc.ts'
import { dashes, editionIds, number, reportOf } from '../writer/reports.ts'
import { haveSamples, samplesIn } from './truth.ts'

const only = async (bytes: Uint8Array, name: string): Promise<ReadReport> => {
  const [found, ...more] = await read(bytes, name)
  if (found === undefined || more.length > 0 || isUnread(found)) throw new Error(`${name} was not read`)
  return found
}

const same = (a: Place, b: Place, keys: readonly (keyof Place)[]) => keys.every((key) => a[key] === b[key])

/** What stands at a place, in the cell or the line it names; and from there on, in the lines that follow. */
function textAt(blocks: readonly Block[], place: Place): { text: string; onwards: string } | null {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'line') {
      if (!same(block.place, place, ['sheet', 'page', 'table', 'line', 'row'])) continue
      const following = blocks.slice(index).map((each) => (each.kind === 'line' ? each.text : ''))
      return { text: block.text, onwards: following.join(' ') }
    }
    const cell = block.cells.find((each) =>
      same(each.place, place, ['sheet', 'page', 'table', 'line', 'row', 'column']),
    )
    if (cell !== undefined) return { text: cell.text, onwards: cell.text }
  }
  return null
}

const bare = (text: string) => text.replace(/\s/g, '')

/** Figures that cannot be told apart are told together, and may run over several lines from their place on. */
const misplaced = ({ report, source }: ReadReport) =>
  Object.entries(report.readings).flatMap(([key, reading]) => {
    if (reading.kind === 'absent') return []
    const at = reading.place === undefined ? null : textAt(source.blocks, reading.place)
    const [first = '', ...rest] = reading.raw.split(/\s+/)
    const found =
      at !== null &&
      bare(at.text).includes(bare(first)) &&
      rest.every((part) => bare(reading.kind === 'illegible' ? at.onwards : at.text).includes(bare(part)))
    return found ? [] : [[key, reading.raw, reading.place, at?.text]]
  })

const mixed = (edition: (typeof editionIds)[number]) =>
  reportOf(edition, (_, i) =>
    i % 7 === 3
      ? { kind: 'blank', raw: '' }
      : i % 11 === 5
        ? { kind: 'dash', raw: dashes[i % dashes.length]! }
        : number(1000 + i),
  )

const formats = ['html', 'docx', 'pdf', 'xlsx', 'md'] as const satisfies readonly WriteFormat[]

describe.each(formats)('%s', (format) => {
  test.each(editionIds)('of %s: every reading stands where it says', async (edition) => {
    const found = await only(await write(mixed(edition), format), `report.${format}`)
    expect(Object.values(found.report.readings).length).toBeGreaterThan(150)
    expect(misplaced(found)).toEqual([])
  })
})

const examples = join(import.meta.dirname, '../../examples')
const files = readdirSync(examples).filter((name) => /^\d/.test(name))

test.each(files)('%s: every reading stands where it says', async (name) => {
  expect(misplaced(await only(readFileSync(join(examples, name)), name))).toEqual([])
})

/** Rows of texts, as older programs keep them: every place of a merged cell but the first is empty. */
async function rowsOf(edition: (typeof editionIds)[number]): Promise<readonly (readonly string[])[][]> {
  const { source } = await only(await write(mixed(edition), 'docx'), 'report.docx')
  return source.blocks.map((block) => {
    if (block.kind === 'line') return [[block.text]]
    const rows = Array.from({ length: block.rows }, () => Array<string>(block.columns).fill(''))
    for (const { row, column, text } of block.cells) rows[row]![column] = text
    return rows
  })
}

test.each(editionIds)('xls of %s: every reading stands where it says', async (edition) => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet((await rowsOf(edition)).flat() as string[][]), '年报')
  const found = await only(writeBook(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array, 'report.xls')
  expect(Object.values(found.report.readings).length).toBeGreaterThan(100)
  expect(misplaced(found)).toEqual([])
})

test.each(editionIds)('doc of %s: every reading stands where it says', async (edition) => {
  const blocks = (await rowsOf(edition)).map((rows) =>
    rows.length === 1 && rows[0]!.length === 1
      ? { text: rows[0]![0]! }
      : { rows: rows.map((row) => row.map((text) => ({ text }))) },
  )
  const found = await only(makeDoc(blocks), 'report.doc')
  expect(Object.values(found.report.readings).length).toBeGreaterThan(100)
  expect(misplaced(found)).toEqual([])
})

const samples = haveSamples ? ['seeds', 'text', 'pdf'].flatMap(samplesIn) : []

describe.skipIf(samples.length === 0)('real reports (samples outside of the repository)', () => {
  test.each(samples.map(({ name, file }) => [name, file] as const))('%s', async (_, file) => {
    expect(misplaced(await only(readFileSync(file), basename(file)))).toEqual([])
  })
})
