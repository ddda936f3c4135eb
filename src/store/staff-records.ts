import { type Kysely, sql } from 'kysely'
import type { ActorId, OrganId } from '../office/ports.ts'
import { foldStaff, recordKinds, type StaffRecord } from '../office/staff/events.ts'
import { staffOf, streamOfStaff } from '../office/streams.ts'
import { eventOf } from './events.ts'
import type { Schema } from './schema.ts'

/** What the organ's log says of each member of staff it knows, by id. Sign-ins, of which there are many, are not read. */
export async function staffRecords(
  db: Kysely<Schema>,
  organ: OrganId,
): Promise<ReadonlyMap<ActorId, StaffRecord>> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('organ', '=', organ)
    .where('stream', 'like', `${streamOfStaff('')}%`)
    .where('kind', 'in', recordKinds)
    .orderBy('stream')
    .orderBy('version')
    .execute()
  const streams = Map.groupBy(rows.map(eventOf), ({ stream }) => stream)
  return new Map([...streams].map(([stream, events]) => [staffOf(stream)!, foldStaff(events)]))
}

/** What the register says of each member of staff that the organ employs or has granted something to, by id. */
export async function registeredStaff(
  db: Kysely<Schema>,
  organ: OrganId,
): Promise<ReadonlyMap<ActorId, StaffRecord>> {
  const members = await db
    .selectFrom('staff')
    .select(['id', 'suspended'])
    .where('organ', '=', organ)
    .execute()
  const grants = await db
    .selectFrom('staff_grant')
    .select(['staff', 'role'])
    .where('organ', '=', organ)
    .execute()
  const suspended = new Map(members.map((row) => [row.id, row.suspended]))
  const held = Map.groupBy(grants, ({ staff }) => staff)
  return new Map(
    [...new Set([...suspended.keys(), ...held.keys()])].map((id) => [
      id,
      {
        employed: suspended.has(id),
        suspended: suspended.get(id) ?? false,
        roles: (held.get(id) ?? []).map(({ role }) => role),
      },
    ]),
  )
}

/**
 * Grants and suspensions of the organ as its log has them. A member whose entry is lost cannot be made anew. Comes
 * before the organ's head is locked, as in every deed on staff, or two of them would wait for each other.
 */
export async function rebuildGrants(db: Kysely<Schema>, organ: OrganId): Promise<void> {
  await sql`lock table staff in share row exclusive mode`.execute(db)
  const records = [...(await staffRecords(db, organ))]
  const grants = records.flatMap(([staff, { roles }]) => roles.map((role) => ({ organ, staff, role })))
  await db.deleteFrom('staff_grant').where('organ', '=', organ).execute()
  if (grants.length > 0) await db.insertInto('staff_grant').values(grants).execute()
  for (const suspended of [true, false]) {
    const ids = records.filter(([, record]) => record.suspended === suspended).map(([id]) => id)
    if (ids.length > 0)
      await db
        .updateTable('staff')
        .set({ suspended })
        .where('organ', '=', organ)
        .where('id', 'in', ids)
        .execute()
  }
}
