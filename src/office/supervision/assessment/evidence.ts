/**
 * The evidence box (佐证材料): whatever happens in the year is filed to the leaf that it proves when it happens, so that
 * nobody has to look for it in December. It stands in the log of the organ that filed it.
 */
import { yearOf } from '../../../law/day.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import { inspectPapers, isRefused, type PaperRefusal } from '../../papers/inspect-papers.ts'
import type { Office, OrganId, SupervisionRow, Unit } from '../../ports.ts'
import { lineOf } from '../../staff/access.ts'
import { refuse, type SupervisionRefusal } from '../refusal.ts'
import type { EvidenceSource, HouseKind } from './evidence-source.ts'
import {
  type Acting,
  change,
  changeWithin,
  nothingThere,
  type Outcome,
  personalIn,
  type Row,
  readAll,
} from './keep.ts'
import { allLeaves, type IndicatorSystem } from './system.ts'

export const evidenceKinds: Readonly<Record<EvidenceSource['kind'], string>> = {
  document: '主动公开的文件',
  request: '依申请公开的办件',
  report: '年度报告',
  task: '督办任务',
  file: '上传的材料',
}

/** Systems by which the organ is or was assessed, the newest round's first, each once. */
export async function systemsFor(
  office: Pick<Office, 'assessments' | 'organs' | 'staff'>,
  organ: OrganId,
): Promise<readonly IndicatorSystem[]> {
  const above = (await lineOf(office.organs, organ)).filter((id) => id !== organ)
  const rounds = (await readAll(office, above, 'round')).filter(({ organs }) =>
    organs.some((each) => each.organ === organ),
  )
  return [...new Map(rounds.toReversed().map(({ system }) => [system.id, system])).values()].toReversed()
}

export interface FileEvidence extends Acting {
  readonly id: string
  readonly year?: number
  readonly system: string
  readonly leaf: string
  readonly from:
    | { readonly kind: HouseKind; readonly id: string }
    | { readonly kind: 'file'; readonly title: string; readonly name: string; readonly bytes: Uint8Array }
}

/** Files something to a leaf. What the house has is named by id and what it is called; a file is kept sealed. */
export async function fileEvidence(
  office: Office,
  filing: FileEvidence,
): Promise<Outcome<'evidence'> | PaperRefusal> {
  const { organ, id, on, by, from, system: systemId } = filing
  const system = (await systemsFor(office, organ)).find((each) => each.id === systemId)
  const leaf = system && allLeaves(system).find((each) => each.id === filing.leaf)
  if (leaf === undefined) return refuse('incomplete', '没有找到这个指标，请从列表中选择。', '条例§46')
  const inspected = from.kind === 'file' ? await inspectPapers([{ ...from, id, purpose: 'enclosure' }]) : []
  if (isRefused(inspected)) return inspected
  return allOrNothing(office, organ, async (unit): Promise<Outcome<'evidence'>> => {
    const source = await sourceOf(unit, filing, inspected[0])
    if ('refused' in source) return source
    const personal = personalIn(source.kind === 'file' ? [source.title, source.name] : [])
    if (personal !== null) return personal
    const file = inspected[0]
    if (file !== undefined) await unit.blobs.put(file.bytes, file.type, by.at)
    const { year = yearOf(on) } = filing
    const data = { year, system: systemId, leaf: leaf.id, caption: leaf.caption, what: source }
    return changeWithin(unit, { organ, kind: 'evidence', id, on, by }, (facts) =>
      facts === null
        ? { kind: 'evidenceFiled', on, data }
        : refuse('exists', '这份材料已经留存，不必重复。', '条例§46'),
    )
  })
}

async function sourceOf(
  unit: Unit,
  { from, organ }: FileEvidence,
  file: { readonly hash: string; readonly name: string; readonly type: string } | undefined,
): Promise<EvidenceSource | SupervisionRefusal> {
  const missing = (what: string) => refuse('unknown', `没有找到这${what}，请从列表中选择。`, '条例§46')
  switch (from.kind) {
    case 'file':
      return {
        kind: 'file',
        hash: file!.hash,
        title: from.title.trim() || file!.name,
        name: file!.name,
        type: file!.type,
      }
    case 'document': {
      const { rows } = await unit.documents.list({ organs: [organ], ids: [from.id] }, { limit: 1 })
      return rows[0] === undefined
        ? missing('份文件')
        : { kind: 'document', id: from.id, title: rows[0].title }
    }
    case 'request': {
      const row = await unit.cases.get(from.id)
      // What is asked for says who asks: the number is enough.
      return row === null
        ? missing('件申请')
        : { kind: 'request', id: from.id, title: `办件 ${row.number ?? '未编号'}` }
    }
    case 'task': {
      const row = await taskOf(unit, organ, from.id)
      return row === null ? missing('项任务') : { kind: 'task', id: from.id, title: String(row.data.title) }
    }
    case 'report': {
      const filing = await unit.filings.of(organ, Number(from.id))
      return filing === null
        ? missing('份年度报告')
        : { kind: 'report', id: from.id, title: `${from.id}年政府信息公开工作年度报告` }
    }
  }
}

/** A task that a superior gave the organ; null where none did. */
export async function taskOf(
  office: Pick<Office, 'organs' | 'supervision'>,
  organ: OrganId,
  id: string,
): Promise<SupervisionRow | null> {
  for (const { id: above } of await office.organs.withSuperiors(organ)) {
    const row = above === organ ? null : await office.supervision.get(above, 'task', id)
    if (row !== null && row.about === organ) return row
  }
  return null
}

/** Takes something out of the box; the log keeps that it was in it. */
export const removeEvidence = (
  office: Office,
  removing: Acting & { readonly id: string; readonly reason: string },
): Promise<Outcome<'evidence'>> =>
  change(office, { ...removing, kind: 'evidence' }, (evidence) =>
    evidence === null || evidence.state === 'removed'
      ? nothingThere('evidence')
      : (personalIn([removing.reason]) ?? {
          kind: 'evidenceRemoved',
          on: removing.on,
          data: { reason: removing.reason },
        }),
  )

/** What lies in an organ's box for a year, by leaf as they came. */
export const evidenceOf = async (
  office: Pick<Office, 'assessments'>,
  organ: OrganId,
  year: number,
): Promise<readonly Row<'evidence'>[]> =>
  (await readAll(office, [organ], 'evidence', undefined))
    .filter((each) => each.state === 'open' && each.year === year)
    .toReversed()
