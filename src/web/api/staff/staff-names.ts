import type { ActorId, Shared } from '../../../office/ports.ts'

/** Names of members of staff by their ids, for those who may know them; who is no member of staff is left out. */
export async function namesOf(
  { staff }: Pick<Shared, 'staff'>,
  ids: readonly ActorId[],
): Promise<Readonly<Record<ActorId, string>>> {
  const found = await Promise.all([...new Set(ids)].map((id) => staff.get(id)))
  return Object.fromEntries(found.flatMap((member) => (member === null ? [] : [[member.id, member.name]])))
}
