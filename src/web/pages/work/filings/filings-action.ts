import { data } from 'react-router'
import { stillToDo } from '../../../../office/reports/annual/still-to-do.ts'
import type { Api, Called } from '../../../desk/api.ts'
import { confirmedField } from '../../../ui/confirm-button.tsx'
import { told } from '../told.ts'
import { type FilingRow, findingsText } from './filing-words.ts'

export type Deed = 'remind' | 'accept'

interface NamedWhy {
  readonly name: string
  readonly why: string
}

/** What is asked before it is done: to whom, and why not to the others. */
export interface Question {
  readonly deed: Deed
  readonly organs: readonly { readonly id: string; readonly name: string; readonly why: string }[]
  readonly others: readonly NamedWhy[]
}

/** What came of it, organ by organ. */
export interface FilingsAnswer {
  readonly question?: Question
  readonly done?: { readonly deed: Deed; readonly count: number; readonly others: readonly NamedWhy[] }
  readonly fault?: string
}

/** Why a report is not accepted among many; null where it is. */
function notAmongMany({ status, statusCaption, clean, findings }: FilingRow): string | null {
  if (status !== 'submitted') return statusCaption
  return clean ? null : `有${findingsText(findings)}，请逐件查看后通过或者退回`
}

/** Why an organ is not reminded; null where it is. */
const notReminded = ({ status, statusCaption }: FilingRow): string | null =>
  stillToDo[status] === null ? statusCaption : null

const deeds = { remind: notReminded, accept: notAmongMany }

function questionOf(deed: Deed, rows: readonly FilingRow[]): Question {
  const judged = rows.map((row) => ({ row, not: deeds[deed](row) }))
  return {
    deed,
    organs: judged.flatMap(({ row: { organ, status, findings }, not }) =>
      not === null
        ? [{ ...organ, why: deed === 'remind' ? (stillToDo[status] ?? '') : findingsText(findings) }]
        : [],
    ),
    others: judged.flatMap(({ row, not }) => (not === null ? [] : [{ name: row.organ.name, why: not }])),
  }
}

/** Reminds or accepts: first asks, then does it. Without a choice it is about all that it can be done to. */
export async function actOnFilings(
  api: Api,
  params: { readonly organ: string; readonly year: string },
  form: FormData,
) {
  const deed = form.get('deed') === 'accept' ? 'accept' : 'remind'
  const chosen = form.getAll('organ').map(String)
  const { rows } = told(await api.call('listAnnualFilings', { params }))
  const among = chosen.length === 0 ? rows : rows.filter(({ organ }) => chosen.includes(organ.id))
  const question = questionOf(deed, among)
  if (question.organs.length === 0) {
    const fault =
      deed === 'remind'
        ? '所选的机关都没有需要提醒的。'
        : '没有可以成批通过的报告：已经报送、没有错误和提示的才可以。'
    return data<FilingsAnswer>({ fault }, { status: 422 })
  }
  if (form.get(confirmedField) !== 'yes') return data<FilingsAnswer>({ question })
  const body = { organs: question.organs.map(({ id }) => id) }
  return deed === 'remind'
    ? answered(await api.call('remindAnnualFilings', { params, body }), ({ rows: reminded }) => ({
        deed,
        count: reminded.filter(({ outcome }) => outcome === 'sent').length,
        others: reminded.flatMap(({ organ, outcome, outcomeCaption }) =>
          outcome === 'sent' ? [] : [{ name: organ.name, why: outcomeCaption }],
        ),
      }))
    : answered(await api.call('acceptAnnualReports', { params, body }), ({ accepted, refused }) => ({
        deed,
        count: accepted.length,
        others: refused.map(({ organ, message }) => ({
          name: rows.find((row) => row.organ.id === organ)?.organ.name ?? organ,
          why: message,
        })),
      }))
}

function answered<Body>(called: Called<Body>, doneOf: (body: Body) => NonNullable<FilingsAnswer['done']>) {
  if (called.ok) return data<FilingsAnswer>({ done: doneOf(called.body) })
  if (called.problem.status === 401) told(called)
  return data<FilingsAnswer>({ fault: called.problem.detail }, { status: called.problem.status })
}
