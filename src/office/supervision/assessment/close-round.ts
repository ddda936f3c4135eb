/** The end of a round: results ranked and sealed, and every fault handed over to be mended. */
import { createHash } from 'node:crypto'
import { type Day, formatChinese } from '../../../law/day.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Office, Unit } from '../../ports.ts'
import { openFindingWithin } from '../findings/finding.ts'
import { type Acting, changeWithin, nothingThere, type Outcome, type Row, wrongStage } from './keep.ts'
import { rank } from './rank.ts'
import { openedRound, resultsOf } from './rounds.ts'
import { allLeaves, faultsOf, type IndicatorSystem } from './system.ts'

export interface CloseRound extends Acting {
  readonly round: string
  /** Until when what was found is to be mended. */
  readonly mendBy: Day
  readonly newId: () => string
}

/** Seals the results: whoever changes anything afterwards gives himself away by the digest. */
export async function closeRound(office: Office, closing: CloseRound): Promise<Outcome<'round'>> {
  const { organ, round: id, on, by } = closing
  const opened = await openedRound(office, organ, id)
  if (opened === null) return nothingThere('round')
  const { sheets } = opened
  const results = rank(await resultsOf(office, opened.round, sheets))
  return allOrNothing(office, organ, async (unit): Promise<Outcome<'round'>> => {
    const closed = await changeWithin(unit, { organ, kind: 'round', id, on, by }, (round) => {
      if (round === null) return nothingThere('round')
      if (round.state === 'open') return wrongStage('尚未向各机关反馈，不能办结；请先反馈。')
      if (round.state === 'closed') return wrongStage('这轮考核已经办结，不必重复。')
      const waiting = sheets.flatMap((sheet) => sheet.objections).filter(({ decision }) => decision === null)
      if (waiting.length > 0) return wrongStage(`还有 ${waiting.length} 项异议没有答复，请答复后再办结。`)
      if (round.objectBy !== null && on < round.objectBy)
        return wrongStage(`异议可以提到${formatChinese(round.objectBy)}，到期后再办结。`)
      const sealed = createHash('sha256')
        .update(JSON.stringify([round.system, sheets, results]))
        .digest('hex')
      return { kind: 'roundClosed', on, data: { results, sealed } }
    })
    if ('failure' in closed || 'refused' in closed) return closed
    for (const sheet of sheets) {
      const refused = await openFindings(unit, closing, closed, sheet)
      if (refused !== null) return refused
    }
    return closed
  })
}

const basisOf = (system: IndicatorSystem, kind: string): string | undefined =>
  allLeaves(system)
    .flatMap((leaf) => faultsOf(leaf))
    .find(({ id }) => id === kind)?.basis

/** Every fault that a person found becomes one to be mended; what the inspection counted has been handed over by it. */
async function openFindings(
  unit: Unit,
  { organ, on, by, mendBy, newId }: CloseRound,
  { system, name }: Row<'round'>,
  { subject, assessed }: Row<'sheet'>,
): Promise<Extract<Outcome<'round'>, { refused: true } | { failure: string }> | null> {
  const leaves = allLeaves({ ...system, bonus: null })
  const found = leaves.flatMap(({ id }) => assessed?.marks[id]?.found ?? [])
  for (const { kind, what, where, check } of [...found, ...(assessed?.vetoes ?? [])]) {
    if (check !== undefined) continue
    const basis = basisOf(system, kind)
    const finding = {
      id: newId(),
      organ: subject,
      source: 'assessment',
      subject: kind,
      what,
      where,
      round: name,
    } as const
    const outcome = await openFindingWithin(unit, {
      ...{ organ, on, by, due: mendBy },
      finding: { ...finding, ...(basis !== undefined && { basis }) },
    })
    if ('failure' in outcome) return outcome
    // The same at the same place was found twice: one mending is enough.
    if ('refused' in outcome && outcome.code !== 'exists') return outcome
  }
  return null
}
