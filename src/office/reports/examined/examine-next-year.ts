/** What is found in a report depends on the one of the year before: where that is another now, it is looked at again. */
import type { Context } from '../../../report/check.ts'
import type { Moment, Office, Unit } from '../../ports.ts'
import { type SourceDeed, sourceDeed } from './deed.ts'
import type { ExaminedSource } from './fold-source.ts'
import { knownOfMatch } from './known-of-match.ts'
import { openReading } from './open-source.ts'
import { checked, type KeptReading, keepPacked, packed, toldOf } from './reading.ts'
import { reportsOfYear } from './reports-of-year.ts'

/** The reading with what the rules find now, sealed; its digest, and how much is found. */
export async function examinedAnew(
  unit: Pick<Unit, 'blobs'>,
  { report, ofReader }: KeptReading,
  known: Context,
  at: Moment,
) {
  const reading = checked(report, ofReader, known)
  const { findings } = toldOf(reading)
  return { reading: await keepPacked(unit, packed(reading), at), findings }
}

/**
 * Looks again at the confirmed report of the same organ for the year after, if there is one. To be called when the report
 * of a year was confirmed, corrected or taken out.
 */
export async function examineNextYear(
  office: Office,
  { organ: at, by, on }: Pick<SourceDeed, 'organ' | 'by' | 'on'>,
  match: ExaminedSource['match'],
): Promise<void> {
  if (match === null || match.organ === null) return
  const next = (await reportsOfYear(office, at, [match.organ], match.year + 1)).get(match.organ)
  if (next === undefined) return
  await sourceDeed(office, { organ: at, id: next.id, by, on }, async (source, unit) => {
    const opened = (await openReading(unit, source))!
    const known = await knownOfMatch(unit, source.match)
    return { kind: 'reportExamined', data: { examined: await examinedAnew(unit, opened.kept, known, by.at) } }
  })
}
