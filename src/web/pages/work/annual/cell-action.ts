import type { Api, Called } from '../../../desk/api.ts'
import { readTyped } from '../reports/correction-values.ts'
import { told } from '../told.ts'
import { annualParams } from './open-report.ts'

export type CellIntent = 'enter' | 'correct' | 'lift' | 'note'

/** What became of a change of one cell. */
export interface CellAnswer {
  readonly status: number
  readonly key: string
  readonly intent: CellIntent
  /** Null where it was done. */
  readonly errors: Readonly<Record<string, string>> | null
  readonly typed: Readonly<Record<string, string>>
}

/** Enters a figure, corrects a count, takes that back, or writes a note: whichever the form says. */
export async function actOnCell(
  api: Api,
  of: { readonly organ: string; readonly year: string },
  form: FormData,
): Promise<CellAnswer> {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]))
  const { key = '', value = '', document = '', remark = '', reason = '', note = '' } = typed
  const intent = (typed.intent ?? 'note') as CellIntent
  const params = annualParams(of)
  const fails = (errors: CellAnswer['errors'], status = 422): CellAnswer => ({
    status,
    key,
    intent,
    errors,
    typed,
  })
  const done = (called: Called<unknown>, field: string): CellAnswer => {
    if (called.ok) return { status: 200, key, intent, errors: null, typed: {} }
    if (called.problem.status === 401) told(called)
    const said =
      (called.problem.errors ?? []).map(({ message }) => message).join(' ') || called.problem.detail
    return fails({ [field]: said }, called.problem.status)
  }
  switch (intent) {
    case 'enter': {
      const read = readTyped(value)
      if (read === null) return fails({ value: '请填数字；没有的填 0，空白填“空”，不适用的填“—”。' })
      if (typeof read === 'object')
        return fails({ value: '不是数字；没有的填 0，空白填“空”，不适用的填“—”。' })
      const figures = [{ key, value: read, document: document || null, note: remark || null }]
      return done(await api.call('enterAnnualFigures', { params, body: { figures } }), 'value')
    }
    case 'correct': {
      const read = readTyped(value)
      const errors = {
        ...(typeof read !== 'number' && { value: '请填更改后的数字。' }),
        ...(reason === '' && { reason: '请写明为什么与计数不同，例如：另有一件在旧系统登记，尚未导入。' }),
      }
      if (typeof read !== 'number' || Object.keys(errors).length > 0) return fails(errors)
      return done(
        await api.call('correctAnnualCell', { params, body: { key, value: read, reason } }),
        'reason',
      )
    }
    case 'lift':
      return done(
        await api.call('correctAnnualCell', { params, body: { key, value: null, reason: '' } }),
        'value',
      )
    default:
      return done(await api.call('noteAnnualCell', { params, body: { key, note } }), 'note')
  }
}
