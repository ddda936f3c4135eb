/** Builds reports from transcribed tables of real ones, so that the rules can be held against what is known of them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { edition2019, edition2021 } from '../../src/report/editions/index.ts'
import { cellKey, type EditionId, leaves, type Table, type TableKey } from '../../src/report/form.ts'
import type { Reading } from '../../src/report/reading.ts'
import type { OrganKind, Report } from '../../src/report/report.ts'

type Printed = number | string | null

/** A transcription: what a person sees in the report. */
export interface Truth {
  readonly agency: string | null
  readonly year: number
  readonly edition: EditionId
  readonly section2: Readonly<Record<string, readonly Printed[]>> | null
  readonly section3: {
    readonly rows: readonly { readonly key: string; readonly values: readonly Printed[] }[]
  } | null
  readonly section4: { readonly values: readonly Printed[] } | null
  readonly problems: readonly string[]
  readonly mechanical_crossfoot: readonly string[]
}

const folder = new URL('../../../shared/samples/', import.meta.url)

/** Why the samples cannot be used here, or null where they can. */
export const missing = existsSync(folder) ? null : 'shared/samples is not beside this repository'

/** The transcriptions by name, e.g. 'seeds/000'; one for each report where a file holds several. */
export const truths = (): ReadonlyMap<string, Truth> => {
  const found = new Map<string, Truth>()
  for (const part of ['seeds', 'text'])
    for (const file of readdirSync(new URL(`${part}/`, folder))) {
      if (!file.endsWith('.truth.json')) continue
      const name =
        part === 'seeds' ? `seeds/${file.slice(0, 3)}` : `${part}/${file.replace('.truth.json', '')}`
      const told = JSON.parse(readFileSync(new URL(`${part}/${file}`, folder), 'utf8'))
      const reports: readonly Truth[] = told.reports ?? [told]
      reports.forEach((report, i) => {
        found.set(i === 0 ? name : `${name}#${i + 1}`, report)
      })
    }
  return found
}

/** Row paths of the form by the keys of the transcriptions. */
export const rowPaths: Readonly<Record<string, string>> = {
  new: 'received',
  carried_in: 'carriedIn',
  granted: 'outcome.granted',
  partial: 'outcome.partial',
  deny1: 'outcome.denied.stateSecret',
  deny2: 'outcome.denied.otherLaw',
  deny3: 'outcome.denied.safetyStability',
  deny4: 'outcome.denied.thirdParty',
  deny5: 'outcome.denied.internalAffairs',
  deny6: 'outcome.denied.deliberative',
  deny7: 'outcome.denied.enforcementFile',
  deny8: 'outcome.denied.registryQuery',
  unable1: 'outcome.unavailable.notHeld',
  unable2: 'outcome.unavailable.needsMaking',
  unable3: 'outcome.unavailable.stillUnclear',
  refuse1: 'outcome.declined.petition',
  refuse2: 'outcome.declined.repeat',
  refuse3: 'outcome.declined.publication',
  refuse4: 'outcome.declined.excessive',
  refuse5: 'outcome.declined.reissue',
  other: 'outcome.other',
  other1: 'outcome.other.notCorrected',
  other2: 'outcome.other.feeUnpaid',
  other3: 'outcome.other.rest',
  total: 'outcome.total',
  carried_out: 'carriedOut',
}

const readingOf = (printed: Printed): Reading => {
  if (printed === null) return { kind: 'blank', raw: '' }
  const raw = String(printed)
  const unit = /[^\d.+-]+$/.exec(raw)?.[0]
  return { kind: 'number', raw, value: Number(raw.replace(unit ?? '', '')), ...(unit && { unit }) }
}

const kindOf = (name: string | null): OrganKind | null => {
  if (name === null) return null
  if (/镇|乡/.test(name)) return 'townshipGovernment'
  if (/办公室|局/.test(name)) return 'department'
  if (/^(?:淮安|宿迁)市人民政府/.test(name)) return 'cityGovernment'
  return /人民政府/.test(name) ? 'countyGovernment' : 'other'
}

/** The report that a transcription describes, with its tables only. */
export const reportOf = (truth: Truth): Report => {
  const own = truth.edition === '2019' ? edition2019 : edition2021
  const readings: Record<string, Reading> = {}
  const forms: Partial<Record<TableKey, EditionId>> = {}
  const put = (table: Table, form: EditionId, row: string, values: readonly Printed[]) => {
    forms[table.key] = form
    leaves(table.columns).forEach((column, i) => {
      readings[cellKey(table, row, column.path)] = readingOf(values[i] ?? null)
    })
  }
  for (const [caption, values] of Object.entries(truth.section2 ?? {}))
    for (const table of own.tables as readonly Table[]) {
      const row = leaves(table.rows).find(
        ({ node }) => node.caption === caption || node.also?.includes(caption),
      )
      if (row && table.section === 2) put(table, own.id, row.path, values)
    }
  if (truth.section3) {
    const form = truth.section3.rows.some(({ key }) => key === 'other') ? edition2019 : edition2021
    const table = form.tables.find(({ key }) => key === 'requests')!
    for (const { key, values } of truth.section3.rows) put(table, form.id, rowPaths[key]!, values)
  }
  if (truth.section4) {
    const table = own.tables.find(({ key }) => key === 'disputes')!
    put(table, own.id, 'cases', truth.section4.values)
  }
  return {
    organ: truth.agency === null ? null : { name: truth.agency, kind: kindOf(truth.agency) },
    year: truth.year,
    edition: truth.edition,
    script: 'simplified',
    sections: [],
    forms,
    readings,
    claims: [],
    publication: {},
  }
}
