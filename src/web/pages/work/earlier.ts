import { formatChinese } from '../../../law/day.ts'
import { type Status, statuses } from '../../../office/requests/progress.ts'
import type { AnsweredBy, Api } from '../../desk/api.ts'
import type { Choice } from '../../desk/forms-desk.ts'

interface Earlier {
  readonly id: string
  readonly number: string | null
  readonly status: Status
  readonly arrivedOn: Parameters<typeof formatChinese>[0]
}

const wordsOf = ({ number, status, arrivedOn }: Earlier): string =>
  `${number ?? '未编号'}，${formatChinese(arrivedOn)}提出，${statuses[status]}`

/** Requests that one may repeat: those that ask for much the same, then whatever else the same applicant asked for. */
export async function earlierOf(
  api: Api,
  organ: string,
  { id, applicant }: Pick<AnsweredBy<'readRequest'>, 'id' | 'applicant'>,
): Promise<readonly Choice[]> {
  const params = { organ }
  const [hints, listed] = await Promise.all([
    api.call('readHints', { params: { organ, id } }),
    applicant === null ? null : api.call('listRequests', { params, query: { applicant } }),
  ])
  const alike = hints.ok ? hints.body.duplicates : []
  const others = (listed?.ok ? listed.body.rows : []).filter(
    (row) => row.id !== id && !alike.some(({ request }) => request === row.id),
  )
  return [
    ...alike.map((each) => ({
      value: each.request,
      label: `${wordsOf({ ...each, id: each.request })}，内容相似${Math.round(each.similarity * 100)}%`,
    })),
    ...others.map((row) => ({ value: row.id, label: wordsOf(row) })),
  ]
}
