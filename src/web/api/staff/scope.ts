/** Over which organs a list looks: the one of the address, and those below it that the caller may see. */
import { z } from 'zod'
import type { OrganId } from '../../../office/ports.ts'
import { type GuardedThing, organsInSight } from '../../../office/visibility.ts'
import type { OrganCaller } from '../admission.ts'

export const belowQuery = {
  below: z
    .enum(['true', 'false'])
    .optional()
    .meta({ title: '连同下级机关', description: '仅限可以查看的下级机关' }),
}

export async function organsIn(
  { parts: { office }, organ, me }: OrganCaller,
  below: 'true' | 'false' | undefined,
  thing: GuardedThing,
): Promise<readonly OrganId[]> {
  if (below !== 'true') return [organ.id]
  const [tree, seen] = await Promise.all([
    office.organs.withSubordinates(organ.id),
    organsInSight(office, me.staff, thing),
  ])
  const mine = new Set(seen.map(({ id }) => id))
  return tree.map(({ id }) => id).filter((id) => mine.has(id))
}
