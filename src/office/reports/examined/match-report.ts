import { scanPersonalData } from '../../attachments/personal-data.ts'
import type { Office, OrganId } from '../../ports.ts'
import { type SourceDeed, type SourceOutcome, sourceDeed } from './deed.ts'
import { examinedAnew, examineNextYear } from './examine-next-year.ts'
import { knownOfMatch } from './known-of-match.ts'
import { openReading } from './open-source.ts'
import { refuse } from './refusal.ts'

export interface MatchReport extends SourceDeed {
  /** An organ of the house, at or below the one that examines; null for one that is not in the house. */
  readonly match: OrganId | null
  /** What it is called; of an organ of the house its own name counts. */
  readonly organName: string
  readonly year: number
}

/**
 * A person says whose report it is, and of which year. It may be said anew. The rules look at the reading that counts
 * again: what they find depends on the kind of organ and on last year's report.
 */
export async function matchReport(
  office: Office,
  { match, organName, year, ...deed }: MatchReport,
): Promise<SourceOutcome> {
  const tree = match === null ? [] : await office.organs.withSubordinates(deed.organ)
  const organ = tree.find(({ id }) => id === match) ?? null
  if (match !== null && organ === null)
    return refuse('notBelow', '所选的机关不是本机关或者下级机关；可以不选，直接填写机关名称。', '条例§50')
  const name = organ?.name ?? organName.trim()
  if (name === '') return refuse('incomplete', '请填写机关名称。', '条例§50')
  if (scanPersonalData(name).length > 0)
    return refuse('personalData', '机关名称中不得写入身份证号码、电话号码等个人信息，请改写。', '个保法§6')
  const said = { organ: organ?.id ?? null, organName: name, year }
  const outcome = await sourceDeed(office, deed, async (source, unit) => {
    const reading = await openReading(unit, source)
    const examined =
      reading && (await examinedAnew(unit, reading.kept, await knownOfMatch(unit, said), deed.by.at))
    return { kind: 'reportMatched', data: { ...said, examined } }
  })
  if (!('failure' in outcome || outcome.refused)) await examineNextYear(office, deed, said)
  return outcome
}
