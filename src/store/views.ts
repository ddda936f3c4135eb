import type { Kysely } from 'kysely'
import type { ActorId, Moment, OrganId, SavedView, Views } from '../office/ports.ts'
import { canonical } from './canonical.ts'
import type { Schema } from './schema.ts'

/** The saved views of one organ. */
export class OrganViews implements Views {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId

  constructor(db: Kysely<Schema>, organ: OrganId) {
    this.#db = db
    this.#organ = organ
  }

  of(staff: ActorId): Promise<readonly SavedView[]> {
    return this.#db
      .selectFrom('saved_view')
      .select(['id', 'name', 'filter'])
      .where('organ', '=', this.#organ)
      .where('staff', '=', staff)
      .orderBy('name')
      .execute()
  }

  async save(staff: ActorId, { id, name, filter }: SavedView, at: Moment): Promise<void> {
    const row = { id, filter: canonical(filter), at }
    await this.#db
      .insertInto('saved_view')
      .values({ organ: this.#organ, staff, name, ...row })
      .onConflict((conflict) => conflict.columns(['organ', 'staff', 'name']).doUpdateSet(row))
      .execute()
  }

  async remove(staff: ActorId, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('saved_view')
      .where('organ', '=', this.#organ)
      .where('staff', '=', staff)
      .where('id', '=', id)
      .executeTakeFirst()
    return numDeletedRows > 0n
  }
}
