import { appendTo } from '../append-to.ts'
import { dayAt } from '../beijing-time.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import type { Act, Conflict, Office, OrganId, Unit } from '../ports.ts'
import { streamOfOrgan } from '../streams.ts'
import { administered } from './administration-events.ts'

interface Settling {
  readonly organ: OrganId
  readonly by: Act
  readonly key: string
  /** Why, where that is to be on record. */
  readonly because?: string
}

/** Settles something for an organ and tells its log that it was; null when done. The value was checked before. */
export async function settleSetting(
  office: Office,
  { value, ...settling }: Settling & { readonly value: unknown },
): Promise<Conflict | null> {
  const { organ, by, key } = settling
  const outcome = await allOrNothing(office, organ, async (unit): Promise<Conflict | { done: true }> => {
    await unit.settings.set(key, value, by)
    return (await tellSettled(unit, settling)) ?? { done: true }
  })
  return 'failure' in outcome ? outcome : null
}

/** Tells the log of the unit's organ that something was settled. */
export const tellSettled = (
  unit: Pick<Unit, 'events'>,
  { organ, by, key, because }: Settling,
): Promise<Conflict | null> =>
  appendTo(
    unit,
    streamOfOrgan(organ),
    administered('settingSettled', dayAt(by.at), { key, because: because ?? null }),
    by,
  )
