import { data, redirect } from 'react-router'
import type { Api } from '../../../desk/api.ts'
import { type CorrectedCell, cellOfField, fieldOfCell, readTyped } from '../reports/correction-values.ts'
import { annualYearHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { AnnualCell } from './annual-words.ts'
import { annualParams, openReport } from './open-report.ts'

/** Fields beside that of the figure. */
export const documentField = (key: string): string => `document:${key}`
export const noteField = (key: string): string => `note:${key}`
export const sourceField = 'source'
export const reasonField = 'reason'

/** What was typed into the grid and not kept, and why. */
export interface FiguresAnswer {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly message: string | null
}

interface Figure {
  readonly key: string
  readonly value: CorrectedCell
  readonly document: string | null
  readonly note: string | null
}

/** Another figure in place of one that was counted; null takes an earlier one back. */
interface Correction {
  readonly key: string
  readonly value: number | null
  readonly reason: string
}

export interface TypedGrid {
  readonly figures: readonly Figure[]
  readonly corrections: readonly Correction[]
  readonly errors: Readonly<Record<string, string>>
}

/**
 * What the grid says of a cell that is not recorded so already. A figure without a source of its own has the common
 * one; where the fields of sources and notes were not sent, what is recorded stays. What was counted is corrected, with
 * the common reason.
 */
export function figuresIn(typed: FiguresAnswer['typed'], cells: readonly AnnualCell[]): TypedGrid {
  const figures: Figure[] = []
  const corrections: Correction[] = []
  const errors: Record<string, string> = {}
  const text = (name: string) => (typed[name] ?? '').trim() || null
  for (const cell of cells) {
    const { key, entry, change, caption } = cell
    if (change === null || !(fieldOfCell(key) in typed)) continue
    const value = readTyped(typed[fieldOfCell(key)] ?? '')
    if (change === 'correct') {
      const counted = cell.computed ?? cell.value
      if (typeof value !== 'number')
        errors[fieldOfCell(key)] = `${caption}：由申请件计数，只能改为数字；没有的填 0。`
      else if (value === counted && cell.correction !== null)
        corrections.push({ key, value: null, reason: '' })
      else if (value !== cell.value) corrections.push({ key, value, reason: text(reasonField) ?? '' })
      continue
    }
    const own = documentField(key) in typed ? text(documentField(key)) : (entry?.document ?? null)
    const document = own ?? (value === null ? null : text(sourceField))
    const note = noteField(key) in typed ? text(noteField(key)) : (entry?.note ?? null)
    if (value === null) {
      if (entry !== null)
        errors[fieldOfCell(key)] = `${caption}：已经填报过，不能改为没有；确实空白的填“空”，没有发生的填 0。`
      else if (document !== null || note !== null)
        errors[fieldOfCell(key)] = `${caption}：写了来源，还没有数字。`
    } else if (typeof value === 'object') {
      errors[fieldOfCell(key)] = `${caption}：不是数字；没有发生的填 0，空白的填“空”，不适用的填“—”。`
    } else if (entry?.value !== value || entry.document !== document || entry.note !== note) {
      figures.push({ key, value, document, note })
    }
  }
  return { figures, corrections, errors }
}

/** Keeps what was typed into the grid, all of it or nothing. */
export async function keepFigures(
  api: Api,
  of: { readonly organ: string; readonly year: string },
  form: FormData,
) {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const report = await openReport(api, of)
  const { figures, corrections, errors } = figuresIn(typed, report.cells)
  const again = (answer: Partial<FiguresAnswer>, status: number) =>
    data<FiguresAnswer>({ typed, errors: {}, message: null, ...answer }, { status })
  if (Object.keys(errors).length > 0) return again({ errors }, 422)
  if (corrections.some(({ value, reason }) => value !== null && reason === ''))
    return again({ errors: { [reasonField]: '改了由申请件计数的格，请写明为什么与计数不同。' } }, 422)
  const changed = figures.length + corrections.length
  if (changed === 0) return again({ message: '没有新的或者改动的数字，没有作任何记录。' }, 422)
  const called = await api.call('enterAnnualFigures', {
    params: annualParams(of),
    body: { figures: [...figures], corrections: [...corrections] },
  })
  if (called.ok) return redirect(`${annualYearHref(of.organ, of.year)}/figures?kept=${changed}`)
  const { problem } = called
  if (problem.status === 401) told(called)
  const at = (problem.errors ?? []).flatMap(({ field, message }) => {
    const key = cellOfField(field) ?? field
    const cell = report.cells.find((each) => each.key === key)
    return cell === undefined ? [] : [[fieldOfCell(key), `${cell.caption}：${message}`] as const]
  })
  return again(
    { errors: Object.fromEntries(at), message: at.length > 0 ? null : problem.detail },
    problem.status,
  )
}
