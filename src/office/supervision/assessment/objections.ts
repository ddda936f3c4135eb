/** An organ that was assessed may object to what was found, and is answered with a reason. */
import { formatChinese } from '../../../law/day.ts'
import type { Office, OrganId } from '../../ports.ts'
import type { Occurrence } from './facts.ts'
import {
  type Acting,
  change,
  incomplete,
  nothingThere,
  type Outcome,
  personalIn,
  readOne,
  wrongStage,
} from './keep.ts'
import type { Findings, Objection } from './record.ts'
import { sheetId } from './rounds.ts'

interface OnSheet extends Acting {
  readonly round: string
  readonly subject: OrganId
}

export interface ObjectTo extends OnSheet {
  readonly objection: Pick<Objection, 'id' | 'leaf' | 'found' | 'reason'>
}

const without = (found: readonly Occurrence[], id: string): readonly Occurrence[] =>
  found.filter((each) => each.id !== id)

/** Whether there is such a thing in the findings. */
const stands = ({ marks, vetoes }: Findings, { leaf, found }: Pick<Objection, 'leaf' | 'found'>): boolean =>
  found === null
    ? Object.hasOwn(marks, leaf)
    : [...(marks[leaf]?.found ?? []), ...vetoes].some(({ id }) => id === found)

export async function objectToFinding(office: Office, objecting: ObjectTo): Promise<Outcome<'sheet'>> {
  const { organ, round: id, subject, objection, on } = objecting
  const round = await readOne(office, organ, 'round', id)
  if (round === null) return nothingThere('round')
  return change(office, { ...objecting, kind: 'sheet', id: sheetId(id, subject) }, (sheet) => {
    if (sheet === null) return nothingThere('sheet')
    if (round.state !== 'fedBack' || round.objectBy === null)
      return wrongStage('现在不能提出异议；考核结果反馈以后、办结以前可以提出。')
    if (on > round.objectBy) return wrongStage(`提出异议的期限已于${formatChinese(round.objectBy)}届满。`)
    if (objection.reason.trim() === '') return incomplete('请写明异议的理由。')
    if (sheet.assessed === null || !stands(sheet.assessed, objection))
      return incomplete('没有找到所指的评分，请刷新页面后重新选择。')
    const same = ({ leaf, found, decision }: Objection) =>
      leaf === objection.leaf && found === objection.found && decision === null
    if (sheet.objections.some(same)) return wrongStage('这一项已经提出过异议，请等待答复。')
    return personalIn([objection.reason]) ?? { kind: 'sheetObjected', on, data: objection }
  })
}

export interface Decide extends OnSheet {
  readonly objection: string
  readonly upheld: boolean
  readonly reason: string
}

/** What is left of the findings where the objection is upheld: what was objected to is taken out. */
function relieved({ marks, vetoes }: Findings, { leaf, found }: Objection): Findings {
  const mark = marks[leaf]
  if (found === null) {
    const { [leaf]: _, ...others } = marks
    return { marks: others, vetoes }
  }
  const left =
    mark === undefined ? marks : { ...marks, [leaf]: { ...mark, found: without(mark.found ?? [], found) } }
  return { marks: left, vetoes: without(vetoes, found) }
}

export async function decideObjection(office: Office, deciding: Decide): Promise<Outcome<'sheet'>> {
  const { organ, round: id, subject, objection: which, upheld, reason, on } = deciding
  const round = await readOne(office, organ, 'round', id)
  if (round === null) return nothingThere('round')
  return change(office, { ...deciding, kind: 'sheet', id: sheetId(id, subject) }, (sheet) => {
    const objection = sheet?.objections.find((each) => each.id === which)
    if (sheet === null || objection === undefined || sheet.assessed === null) return nothingThere('sheet')
    if (round.state === 'closed') return wrongStage('这轮考核已经办结，结果已经封存，不能再改。')
    if (objection.decision !== null) return wrongStage('这项异议已经答复，不必重复。')
    if (reason.trim() === '') return incomplete('请写明答复的理由。')
    const findings = upheld ? relieved(sheet.assessed, objection) : sheet.assessed
    return (
      personalIn([reason]) ?? {
        kind: 'sheetDecided',
        on,
        data: { objection: which, upheld, reason, ...findings },
      }
    )
  })
}
