import { type Kysely, type Selectable, sql } from 'kysely'
import type { ActorId, Grant, OrganId, Staff, StaffMember, StaffRegister } from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { Schema, StaffTable } from './schema.ts'
import { type SealedData, sealJson, unsealJson } from './seal.ts'
import { resealRows, type SealedRows } from './sealed-rows.ts'

/** What of a member of staff is sealed: nothing is searched by it. */
type Personal = Pick<StaffMember, 'name' | 'mail' | 'phone'>

/** Who works here and what they may do, over all organs. */
export class StaffRoll implements Staff {
  readonly #db: () => Kysely<Schema>
  readonly #ring: KeyRing

  constructor(db: () => Kysely<Schema>, ring: KeyRing) {
    this.#db = db
    this.#ring = ring
  }

  async get(id: ActorId): Promise<StaffMember | null> {
    return this.#member(await this.#select().where('id', '=', id).executeTakeFirst())
  }

  async byAccount(account: string): Promise<StaffMember | null> {
    return this.#member(await this.#select().where('account', '=', account).executeTakeFirst())
  }

  async ofOrgan(organ: OrganId): Promise<readonly StaffMember[]> {
    const rows = await this.#select().where('organ', '=', organ).orderBy('account').execute()
    return rows.map((row) => memberOf(this.#ring, row))
  }

  async grantsOf(id: ActorId): Promise<readonly Grant[]> {
    return this.#db()
      .selectFrom('staff_grant as g')
      .innerJoin('staff as s', 's.id', 'g.staff')
      .select(['g.staff', 'g.organ', 'g.role'])
      .where('s.id', '=', id)
      .where('s.suspended', '=', false)
      .orderBy('g.organ')
      .orderBy('g.role')
      .execute()
  }

  async grantsAt(organ: OrganId): Promise<readonly Grant[]> {
    return this.#db()
      .selectFrom('staff_grant')
      .select(['staff', 'organ', 'role'])
      .where('organ', '=', organ)
      .orderBy('staff')
      .orderBy('role')
      .execute()
  }

  #select() {
    return this.#db().selectFrom('staff').selectAll()
  }

  #member(row: Selectable<StaffTable> | undefined): StaffMember | null {
    return row === undefined ? null : memberOf(this.#ring, row)
  }
}

/** The writer's side, of one organ within one transaction. */
export class OrganStaff extends StaffRoll implements StaffRegister {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #ring: KeyRing

  constructor(db: Kysely<Schema>, organ: OrganId, ring: KeyRing) {
    super(() => db, ring)
    this.#db = db
    this.#organ = organ
    this.#ring = ring
  }

  /** Staff change seldom enough to queue for it. */
  async hold(): Promise<void> {
    await sql`lock table staff in share row exclusive mode`.execute(this.#db)
  }

  async put(member: StaffMember): Promise<null | { readonly failure: 'accountTaken' | 'ofOtherOrgan' }> {
    if (member.organ !== this.#organ) return { failure: 'ofOtherOrgan' }
    await this.hold()
    const others = await this.#db
      .selectFrom('staff')
      .select(['id', 'organ'])
      .where((where) => where.or([where('id', '=', member.id), where('account', '=', member.account)]))
      .execute()
    if (others.some(({ id, organ }) => id === member.id && organ !== this.#organ))
      return { failure: 'ofOtherOrgan' }
    if (others.some(({ id }) => id !== member.id)) return { failure: 'accountTaken' }
    const row = rowOf(this.#ring, member)
    await this.#db
      .insertInto('staff')
      .values(row)
      .onConflict((conflict) => conflict.columns(['organ', 'id']).doUpdateSet(row))
      .execute()
    return null
  }

  async grant(grant: Grant): Promise<boolean> {
    this.#assertHere(grant)
    await this.hold()
    const made = await this.#db
      .insertInto('staff_grant')
      .values(grant)
      .onConflict((conflict) => conflict.columns(['organ', 'staff', 'role']).doNothing())
      .returning('staff')
      .executeTakeFirst()
    return made !== undefined
  }

  async revoke(grant: Grant): Promise<boolean> {
    this.#assertHere(grant)
    await this.hold()
    const { numDeletedRows } = await this.#db
      .deleteFrom('staff_grant')
      .where('organ', '=', this.#organ)
      .where('staff', '=', grant.staff)
      .where('role', '=', grant.role)
      .executeTakeFirst()
    return numDeletedRows > 0n
  }

  /** Seals with the current key what is still sealed with another; how many, at most `limit`. */
  reseal(limit: number): Promise<number> {
    const rows: SealedRows<Selectable<StaffTable> & SealedData> = {
      db: this.#db,
      organ: this.#organ,
      ring: this.#ring,
      table: 'staff',
      key: 'id',
      place: placeOf,
    }
    return resealRows(rows, limit)
  }

  #assertHere({ organ }: Grant): void {
    if (organ !== this.#organ) throw new Error(`A unit of ${this.#organ} grants nothing at ${organ}`)
  }
}

const placeOf = ({ organ, id }: { readonly organ: string; readonly id: string }): readonly string[] => [
  'staff',
  organ,
  id,
]

function rowOf(ring: KeyRing, { id, organ, account, suspended, name, mail, phone }: StaffMember) {
  const personal: Personal = { name, mail, phone }
  return { organ, id, account, suspended, ...sealJson(ring, placeOf({ organ, id }), personal) }
}

function memberOf(ring: KeyRing, row: Selectable<StaffTable>): StaffMember {
  const { organ, id, account, suspended } = row
  const { name, mail, phone } = unsealJson(ring, placeOf(row), row as SealedData) as Personal
  return { id, organ, name, account, mail, phone, suspended }
}
