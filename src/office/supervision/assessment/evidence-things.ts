/** What the house has that can be filed as evidence, found by what people call it: no id is ever typed. */
import { formatChinese } from '../../../law/day.ts'
import type { DocumentFilter, Office, OrganId } from '../../ports.ts'
import { annualStatuses } from '../../reports/annual/state.ts'
import { type Status, statuses } from '../../requests/index.ts'
import { everyRecord } from '../every-record.ts'
import { lives } from '../lives.ts'
import type { HouseKind } from './evidence-source.ts'

export interface EvidenceThing {
  readonly kind: HouseKind
  readonly ref: string
  /** What it is called. Of a request its number alone: what is asked for says who asks. */
  readonly label: string
  /** Beside it, to tell apart what is called alike. */
  readonly note: string
}

/** Of each kind so many, the newest first. */
const most = 100

/** Things of the organ with that text in number, title, document number, 索引号 or task; the newest where it is empty. */
export async function evidenceThings(
  office: Office,
  organ: OrganId,
  text: string,
  year: number,
): Promise<readonly EvidenceThing[]> {
  const found = [
    await requestsWith(office, organ, text),
    await documentsWith(office, organ, text),
    await tasksWith(office, organ, text),
    await reportsWith(office, organ, text, year),
  ]
  return found.flat()
}

/** Test requests too: the organ works by this list and cannot tell them from others. */
async function requestsWith(office: Office, organ: OrganId, text: string): Promise<readonly EvidenceThing[]> {
  const numbered = text.replace(/^办件\s*/, '')
  const { rows } = await office.board.list(
    { organs: [organ], tests: 'too', ...(numbered !== '' && { numbered }) },
    { limit: most },
  )
  return rows.flatMap(({ id, number, status, arrivedOn }) =>
    number === null
      ? []
      : [
          {
            ...{ kind: 'request' as const, ref: id, label: `办件 ${number}` },
            note: `${formatChinese(arrivedOn)}收到，${statuses[status as Status]}`,
          },
        ],
  )
}

async function documentsWith(
  office: Office,
  organ: OrganId,
  text: string,
): Promise<readonly EvidenceThing[]> {
  const asked: readonly Partial<DocumentFilter>[] =
    text === '' ? [{}] : [{ title: text }, { indexNo: text }, { docNos: [text] }]
  const found = new Map<string, EvidenceThing>()
  for (const filter of asked) {
    const { rows } = await office.documents.list({ organs: [organ], ...filter }, { limit: most })
    for (const { id, title, docNo, indexNo, publishedOn } of rows)
      found.set(id, {
        ...{ kind: 'document', ref: id, label: title },
        note: [docNo, indexNo, publishedOn && `${formatChinese(publishedOn)}公开`].filter(Boolean).join('，'),
      })
  }
  return [...found.values()]
}

async function tasksWith(office: Office, organ: OrganId, text: string): Promise<readonly EvidenceThing[]> {
  const above = (await office.organs.withSuperiors(organ)).map(({ id }) => id).filter((id) => id !== organ)
  if (above.length === 0) return []
  const rows = await everyRecord(office, { organs: above, kind: 'task', about: organ })
  return rows
    .filter(({ state, data }) => state !== 'withdrawn' && String(data.title).includes(text))
    .slice(0, most)
    .map(({ id, data, state }) => ({
      ...{ kind: 'task', ref: id, label: String(data.title) },
      note: `${data.plan}，${lives.task.states[state]}`,
    }))
}

/** Reports of the last years, as the box holds evidence of a year and of what was told of the one before. */
async function reportsWith(
  office: Office,
  organ: OrganId,
  text: string,
  year: number,
): Promise<readonly EvidenceThing[]> {
  const found: EvidenceThing[] = []
  for (const each of [year, year - 1, year - 2]) {
    const filing = await office.filings.of(organ, each)
    const label = `${each}年政府信息公开工作年度报告`
    if (filing !== null && label.includes(text))
      found.push({ kind: 'report', ref: String(each), label, note: annualStatuses[filing.status] })
  }
  return found
}
