/** Over which organs a list looks: the one of the address, and those below it that the caller may see. */
import type { OrganId, OrganRow } from '../../../office/ports.ts'
import { type GuardedThing, organsInSight } from '../../../office/visibility.ts'
import { yesNoSchema } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'

export const belowQuery = {
  below: yesNoSchema.optional().meta({ title: '连同下级机关', description: '仅限可以查看的下级机关' }),
}

export async function organsIn(
  call: OrganCaller,
  below: 'true' | 'false' | undefined,
  thing: GuardedThing,
): Promise<readonly OrganId[]> {
  if (below !== 'true') return [call.organ.id]
  return (await organsInTree(call, thing)).map(({ id }) => id)
}

/** The organ of the address and those below it, as far as the caller may see that thing of theirs. */
export async function organsInTree(
  { parts: { office }, organ, me }: OrganCaller,
  thing: GuardedThing,
): Promise<readonly OrganRow[]> {
  const [tree, seen] = await Promise.all([
    office.organs.withSubordinates(organ.id),
    organsInSight(office, me.staff, thing),
  ])
  const mine = new Set(seen.map(({ id }) => id))
  return tree.filter(({ id }) => mine.has(id))
}
