/** The worked example of a consistent report (municipal department, 2025) and the changes made to it. */

import { edition2019, edition2021 } from '../../src/report/editions/index.ts'
import {
  cellKey,
  type EditionId,
  leaves,
  type SectionNumber,
  type Table,
  type TableKey,
} from '../../src/report/form.ts'
import { entered, type Reading } from '../../src/report/reading.ts'
import type { OrganKind, Report, SectionText } from '../../src/report/report.ts'
import examples from './examples.json' with { type: 'json' }

type Figures = readonly (number | null)[]

/** The example in the words of `examples.json`. */
export interface Example {
  year: number
  edition: string
  t2: {
    rules: Record<'made' | 'repealed' | 'valid', number | null>
    normative: Record<'made' | 'repealed' | 'valid', number | null>
    licence: number
    penalty: number
    coercion: number
    feeWan: string
  }
  t3: Record<string, Figures>
  t4: Record<string, Figures>
}

export const rowPaths: Readonly<Record<string, string>> = {
  new: 'received',
  carriedIn: 'carriedIn',
  granted: 'outcome.granted',
  partial: 'outcome.partial',
  r1: 'outcome.denied.stateSecret',
  r2: 'outcome.denied.otherLaw',
  r3: 'outcome.denied.safetyStability',
  r4: 'outcome.denied.thirdParty',
  r5: 'outcome.denied.internalAffairs',
  r6: 'outcome.denied.deliberative',
  r7: 'outcome.denied.enforcementFile',
  r8: 'outcome.denied.registryQuery',
  u1: 'outcome.unavailable.notHeld',
  u2: 'outcome.unavailable.needsMaking',
  u3: 'outcome.unavailable.stillUnclear',
  n1: 'outcome.declined.petition',
  n2: 'outcome.declined.repeat',
  n3: 'outcome.declined.publication',
  n4: 'outcome.declined.excessive',
  n5: 'outcome.declined.reissue',
  o1: 'outcome.other.notCorrected',
  o2: 'outcome.other.feeUnpaid',
  o3: 'outcome.other.rest',
  other: 'outcome.other',
  processed: 'outcome.total',
  carriedOut: 'carriedOut',
}

export const columnPaths: Readonly<Record<string, string>> = {
  naturalPerson: 'natural',
  commercial: 'legal.business',
  research: 'legal.research',
  publicInterest: 'legal.welfare',
  legalService: 'legal.lawService',
  other: 'legal.other',
  total: 'total',
}

export const groupPaths: Readonly<Record<string, string>> = {
  review: 'reconsideration',
  direct: 'litigation.direct',
  after: 'litigation.afterReconsideration',
}

const text: Readonly<Record<SectionNumber, string>> = {
  1: '2025年，本机关认真落实《条例》。主动公开政府信息。收到和处理申请。管理政府信息。建设平台。开展工作考核、社会评议，无责任追究情况。',
  2: '',
  3: '',
  4: '',
  5: '一是公开的主动性还不够强，二是答复的规范性有待提高。下一步将加强培训，改进工作。',
  6: '本年度未收取信息处理费。',
}

export const sections = (changed: Partial<Record<SectionNumber, string>> = {}): readonly SectionText[] =>
  edition2021.sections.map(({ number, title }) => ({ number, title, text: changed[number] ?? text[number] }))

const reading = (figure: number | null): Reading =>
  figure === null ? { kind: 'blank', raw: '' } : entered(figure)

/** How the example differs from a report all on the form of its edition. */
export interface Shape {
  /** The form section 三 is printed on. */
  readonly requests?: EditionId
  readonly kind?: OrganKind
}

/** The example as a report. */
export const asReport = (example: Example, { requests, kind = 'department' }: Shape = {}): Report => {
  const own = example.edition === '2019' ? edition2019 : edition2021
  const form = requests ?? own.id
  const readings: Record<string, Reading> = {}
  const forms: Partial<Record<TableKey, EditionId>> = {}
  const put = (table: Table, row: string, figures: Figures) => {
    leaves(table.columns).forEach((column, i) => {
      readings[cellKey(table, row, column.path)] = reading(figures[i] ?? null)
    })
  }
  for (const table of own.tables as readonly Table[]) forms[table.key] = own.id
  forms.requests = form
  const { t2, t3, t4 } = example
  const stock = ({ made, repealed, valid }: Example['t2']['rules']) =>
    own.id === '2021' ? [made, repealed, valid] : [made, made, valid]
  for (const table of own.tables as readonly Table[]) {
    if (table.key === 'documents') {
      put(table, 'rules', stock(t2.rules))
      put(table, 'normative', stock(t2.normative))
    } else if (own.id === '2019' && table.section === 2)
      for (const row of leaves(table.rows)) put(table, row.path, [0, 0, 0])
  }
  if (own.id === '2021') {
    readings['licensing/licence@decisions'] = entered(t2.licence)
    readings['enforcement/penalty@decisions'] = entered(t2.penalty)
    readings['enforcement/coercion@decisions'] = entered(t2.coercion)
    readings['charges/fee@amount'] = entered(Number(t2.feeWan))
  }
  const three = (form === '2019' ? edition2019 : edition2021).tables.find(({ key }) => key === 'requests')!
  const [one, two, rest] = [t3.o1, t3.o2, t3.o3]
  const undivided = t3.other ?? one?.map((n, i) => (n ?? 0) + (two?.[i] ?? 0) + (rest?.[i] ?? 0))
  for (const row of leaves(three.rows)) {
    const id = Object.entries(rowPaths).find(([, path]) => path === row.path)![0]
    put(three, row.path, (id === 'other' ? undivided : t3[id]) ?? [])
  }
  for (const [group, path] of Object.entries(groupPaths))
    ['upheld', 'corrected', 'other', 'pending', 'total'].forEach((column, i) => {
      readings[`disputes/cases@${path}.${column}`] = reading(t4[group]?.[i] ?? null)
    })
  return {
    organ: { name: '某市某局', kind },
    year: example.year,
    edition: own.id,
    script: 'simplified',
    sections: sections(),
    forms,
    readings,
    claims: [],
    publication: {},
  }
}

/** The example before any change. */
export const baseline = (): Example => {
  const { year, edition, t2, t3, t4 } = structuredClone(examples.baseline)
  return { year, edition, t2, t3, t4 }
}

/** The example as a report, with readings replaced by key. */
export const sample = (
  readings: Readonly<Record<string, Reading | number | null>> = {},
  shape?: Shape,
): Report => {
  const report = asReport(baseline(), shape)
  const changed = Object.entries(readings).map(([key, value]) => [
    key,
    value === null || typeof value === 'number' ? reading(value) : value,
  ])
  return { ...report, readings: { ...report.readings, ...Object.fromEntries(changed) } }
}

/** What last year's report of the example says, as far as it matters: what was left open, and its documents. */
export const lastYear = (carriedOut: Figures, inForce: number, fee?: string): Report => {
  const before = asReport({ ...baseline(), year: 2024 })
  const three = edition2021.tables.find(({ key }) => key === 'requests')!
  const readings: Record<string, Reading> = { 'documents/normative@inForce': entered(inForce) }
  leaves(three.columns).forEach((column, i) => {
    readings[cellKey(three, 'carriedOut', column.path)] = reading(carriedOut[i] ?? null)
  })
  if (fee !== undefined) readings['charges/fee@amount'] = entered(Number(fee))
  return { ...before, readings }
}
