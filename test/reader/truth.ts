/** Hand-read truths of real reports, which live outside the repository, as cells by key. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { editions } from '../../src/report/editions/index.ts'
import { cellKey, type EditionId, leaves } from '../../src/report/form.ts'
import { isRead, type Readings, readingAt } from '../../src/report/reading.ts'
import { rowPaths } from '../report/truth.ts'

export const samples = resolve(import.meta.dirname, '../../../shared/samples')
export const haveSamples = existsSync(samples)

type Printed = number | string | null

export interface Truth {
  readonly agency: string
  readonly year: number
  readonly edition: EditionId
  readonly script: string
  readonly section2: Record<string, Printed[]> | null
  readonly section3: { readonly rows: readonly { key: string; values: Printed[] }[] } | null
  readonly section4: { readonly values: Printed[] } | null
  readonly ambiguous_in_text?: readonly string[]
  readonly problems: readonly string[]
  readonly narrative: Record<string, unknown>
}

const figure = (printed: Printed): number | null => {
  if (printed === null || printed === '') return null
  const value = typeof printed === 'number' ? printed : Number(printed.replace(/[^\d.+-]/g, ''))
  return Number.isFinite(value) ? value : null
}

/** Every cell the truth speaks of: its figure, or null where the report prints none. */
export const truthCells = (truth: Truth): ReadonlyMap<string, number | null> => {
  const found = new Map<string, number | null>()
  const tables = editions[truth.edition].tables
  for (const [caption, values] of Object.entries(truth.section2 ?? {}))
    for (const table of tables.filter((t) => t.section === 2)) {
      const row = leaves(table.rows).find(
        ({ node }) => node.caption === caption || (node.kind === 'item' && node.also?.includes(caption)),
      )
      if (row)
        leaves(table.columns).forEach((column, i) => {
          found.set(cellKey(table, row.path, column.path), figure(values[i] ?? null))
        })
    }
  const requests = tables.find((t) => t.key === 'requests')
  for (const { key, values } of truth.section3?.rows ?? [])
    if (requests)
      leaves(requests.columns).forEach((column, i) => {
        found.set(cellKey(requests, rowPaths[key] ?? key, column.path), figure(values[i] ?? null))
      })
  const disputes = tables.find((t) => t.key === 'disputes')
  if (disputes)
    leaves(disputes.columns).forEach((column, i) => {
      if (truth.section4)
        found.set(cellKey(disputes, 'cases', column.path), figure(truth.section4.values[i] ?? null))
    })
  return found
}

export interface Score {
  readonly printed: number
  readonly read: number
  /** Cells with a figure other than the one printed. */
  readonly wrong: readonly string[]
  /** Cells with a figure where none is printed, or of which the truth does not speak. */
  readonly invented: readonly string[]
  readonly missed: readonly string[]
}

/** Holds readings against the truth. */
export const score = (truth: Truth, readings: Readings): Score => {
  const cells = truthCells(truth)
  const wrong: string[] = []
  const invented: string[] = []
  const missed: string[] = []
  let printed = 0
  let read = 0
  for (const [key, expected] of cells) {
    const reading = readingAt(readings, key)
    const got = isRead(reading) && 'value' in reading ? reading.value : null
    if (expected !== null) printed++
    if (got !== null && expected === null) invented.push(`${key}: ${got}`)
    else if (got !== null && got !== expected) wrong.push(`${key}: ${got}, printed ${expected}`)
    else if (got !== null) read++
    else if (expected !== null) missed.push(`${key}: ${expected}, ${reading.kind}`)
  }
  for (const [key, reading] of Object.entries(readings))
    if (isRead(reading) && !cells.has(key)) invented.push(`${key}: not in the form`)
  return { printed, read, wrong, invented, missed }
}

export interface Sample {
  readonly name: string
  readonly file: string
  readonly truth: Truth
}

/** Samples of a folder that have a truth of one report. */
export const samplesIn = (folder: string): readonly Sample[] => {
  const path = join(samples, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith('.truth.json'))
    .flatMap((name) => {
      const truth = JSON.parse(readFileSync(join(path, name), 'utf8')) as Truth & { reports?: unknown }
      const stem = name.replace('.truth.json', '')
      const file = ['.txt', '.pdf', '.docx', '.html'].map((e) => join(path, stem + e)).find(existsSync)
      return file && !truth.reports ? [{ name: `${folder}/${stem}`, file, truth }] : []
    })
}
