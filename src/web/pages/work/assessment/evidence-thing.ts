import type { AnsweredBy } from '../../../desk/api.ts'
import type { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'

type Api = ReturnType<typeof deskOf>['api']
type Found = AnsweredBy<'findEvidence'>['rows'][number]
type Shown = Found & { readonly shown: string }

/** The thing that somebody came from, by its id: `filingHref` says it in the address. */
export const chosenThing = (request: Request): string | undefined =>
  new URL(request.url).searchParams.get('thing') ?? undefined

/** What the form offers: the newest, and the thing that somebody came from. */
export const thingsListed = async (
  api: Api,
  organ: string,
  thing: string | undefined,
  text = '',
): Promise<readonly Shown[]> => {
  const query = { ...(text !== '' && { text }), ...(thing !== undefined && { thing }) }
  return calledApart(told(await api.call('findEvidence', { params: { organ }, query })).rows)
}

/** Things that bear one name get what stands beside it as well, so that the name alone says which is meant. */
function calledApart(rows: readonly Found[]): readonly Shown[] {
  const named = Map.groupBy(rows, ({ label }) => label)
  return rows.map((row) => ({
    ...row,
    shown: named.get(row.label)!.length > 1 && row.note !== '' ? `${row.label}（${row.note}）` : row.label,
  }))
}

/** The thing that somebody named, or what is to be said where none or several are called so. */
export async function thingCalled(
  api: Api,
  organ: string,
  text: string,
  chosen: string | undefined,
): Promise<Found | string> {
  if (text === '') return '请填写登记编号、文件标题、索引号或者任务名称，从列表中选择。'
  const listed = (await thingsListed(api, organ, chosen)).filter(({ shown }) => shown === text)
  const found = listed.length > 0 ? listed : await thingsListed(api, organ, undefined, text)
  const same = found.filter(({ label, shown }) => shown === text || label === text)
  const [only, ...others] = same.length > 0 ? same : found
  if (only === undefined) return `没有找到“${text}”，请换几个字，或者从列表中选择。`
  return others.length === 0
    ? only
    : `叫“${text}”的有 ${others.length + 1} 个，请写全：${[only, ...others]
        .slice(0, 5)
        .map(({ shown }) => shown)
        .join('；')}。`
}
