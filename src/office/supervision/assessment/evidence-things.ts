/** What the house has that can be filed as evidence, found by what people call it: no id is ever typed. */
import { formatChinese } from '../../../law/day.ts'
import type { CaseFilter, DocumentFilter, Office, OrganId } from '../../ports.ts'
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

/** Filters for the one of that id, where one is told. */
const one = (thing: string | undefined) => (thing === undefined ? [] : [{ ids: [thing] }])

/**
 * Things of the organ with that text in number, title, document number, 索引号 or task; the newest where it is empty.
 * `thing`: the id of one that is among them however old it is and whatever it is called.
 */
export async function evidenceThings(
  office: Office,
  organ: OrganId,
  text: string,
  year: number,
  thing?: string,
): Promise<readonly EvidenceThing[]> {
  const found = [
    await requestsWith(office, organ, text, thing),
    await documentsWith(office, organ, text, thing),
    await tasksWith(office, organ, text, thing),
    await reportsWith(office, organ, text, year),
  ]
  return found.flat()
}

/** Test requests too: the organ works by this list and cannot tell them from others. */
async function requestsWith(
  office: Office,
  organ: OrganId,
  text: string,
  thing: string | undefined,
): Promise<readonly EvidenceThing[]> {
  const numbered = text.replace(/^办件\s*/, '')
  const asked: readonly Partial<CaseFilter>[] = [...one(thing), { ...(numbered !== '' && { numbered }) }]
  const found = new Map<string, EvidenceThing>()
  for (const filter of asked) {
    const { rows } = await office.board.list({ organs: [organ], tests: 'too', ...filter }, { limit: most })
    for (const { id, number, status, arrivedOn } of rows)
      if (number !== null)
        found.set(id, {
          ...{ kind: 'request', ref: id, label: `办件 ${number}` },
          note: `${formatChinese(arrivedOn)}收到，${statuses[status as Status]}`,
        })
  }
  return [...found.values()]
}

async function documentsWith(
  office: Office,
  organ: OrganId,
  text: string,
  thing: string | undefined,
): Promise<readonly EvidenceThing[]> {
  const asked: readonly Partial<DocumentFilter>[] = [
    ...one(thing),
    ...(text === '' ? [{}] : [{ title: text }, { indexNo: text }, { docNos: [text] }]),
  ]
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

async function tasksWith(
  office: Office,
  organ: OrganId,
  text: string,
  thing: string | undefined,
): Promise<readonly EvidenceThing[]> {
  const above = (await office.organs.withSuperiors(organ)).map(({ id }) => id).filter((id) => id !== organ)
  if (above.length === 0) return []
  const rows = await everyRecord(office, { organs: above, kind: 'task', about: organ })
  return rows
    .filter(
      ({ id, state, data }) => state !== 'withdrawn' && (id === thing || String(data.title).includes(text)),
    )
    .toSorted((a, b) => Number(b.id === thing) - Number(a.id === thing))
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
