/** A section is written over the version that was seen. Who comes second loses nothing: both texts are kept. */
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Conflict } from '../../ports.ts'
import { streamOfReport } from '../../streams.ts'
import { type AnnualAsk, type AnnualHouse, type Changed, openDesk, recordChange } from './desk.ts'
import type { SectionKey } from './events.ts'
import type { AnnualRefusal } from './refusal.ts'
import { annualGuard } from './steps.ts'

export interface SectionText {
  readonly section: SectionKey
  readonly text: string
  /** How often the section had been written when this text was begun; 0 for the first. */
  readonly over: number
  /** Texts set aside that are dealt with by this one, by hash. */
  readonly settles?: readonly string[]
}

/** Somebody wrote the section meanwhile. The text sent is kept beside it, under its hash. */
export interface SetAside extends Conflict {
  readonly aside: string
}

export type SectionOutcome = Changed | AnnualRefusal | Conflict | SetAside

export async function writeSection(
  { office }: AnnualHouse,
  ask: AnnualAsk,
  { section, text, over, settles = [] }: SectionText,
): Promise<SectionOutcome> {
  const { organ, year, today, at } = ask
  // A text set aside is an event that has to stay, though the call fails.
  const kept: { aside: SetAside | null } = { aside: null }
  const outcome = await allOrNothing<Changed | AnnualRefusal | Conflict>(office, organ.id, async (unit) => {
    kept.aside = null
    const desk = await openDesk(unit, ask)
    const refusal = annualGuard('write', desk.state, desk.filing, ask.standings)
    if (refusal !== null) return refusal
    const { hash } = await unit.blobs.put(new TextEncoder().encode(text), 'text/plain', at)
    const current = desk.state.sections[section]
    const version = current?.version ?? 0
    if (version === over || current?.text === hash)
      return recordChange(unit, desk, [
        { kind: 'sectionWritten', on: today, data: { section, text: hash, over, settles } },
      ])
    kept.aside = {
      failure: 'conflict',
      stream: streamOfReport(year),
      expected: over,
      actual: version,
      aside: hash,
    }
    return recordChange(unit, desk, [
      { kind: 'sectionSetAside', on: today, data: { section, text: hash, over } },
    ])
  })
  return 'failure' in outcome || outcome.refused ? outcome : (kept.aside ?? outcome)
}
