import { type Kysely, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import type { BrokenLink, OrganId, OutsideLink, OutsideLinks } from '../office/ports.ts'
import type { Schema } from './schema.ts'

/** Failures in a row, on different days, from which a link is broken: a site may be down for an hour. */
const certain = 2

/** The table of links that lead elsewhere. An address is as long as it likes: its hash is the key. */
export class LinkTable implements OutsideLinks {
  readonly #db: () => Kysely<Schema>

  constructor(db: () => Kysely<Schema>) {
    this.#db = db
  }

  async gather(organ: OrganId): Promise<void> {
    await sql`
      with present as (
        select distinct l.address, md5(l.address) as hash from document as d
        cross join lateral jsonb_array_elements_text(d.facts -> 'bodyLinks') as l (address)
        where d.organ = ${organ}::text and d.shown = 'whole' and l.address ~ '^https?://'
      ), forgotten as (
        delete from outside_link as o where o.organ = ${organ}::text
          and not exists (select from present as p where p.hash = o.hash)
      )
      insert into outside_link (organ, hash, address) select ${organ}::text, hash, address from present
      on conflict do nothing`.execute(this.#db())
  }

  async due(
    limit: number,
    { good, failed }: { readonly good: Day; readonly failed: Day },
  ): Promise<readonly OutsideLink[]> {
    const { rows } = await sql<OutsideLink>`
      select organ, address from outside_link
      where checked_on is null or checked_on < ${good}::date or (failures > 0 and checked_on < ${failed}::date)
      order by checked_on nulls first, organ, hash limit ${limit}::int8`.execute(this.#db())
    return rows
  }

  async found({ organ, address }: OutsideLink, opens: boolean, on: Day): Promise<void> {
    const result = opens ? sql`good_on = ${on}::date, failures = 0` : sql`failures = failures + 1`
    await sql`
      update outside_link set checked_on = ${on}::date, ${result}
      where organ = ${organ}::text and hash = md5(${address}::text)`.execute(this.#db())
  }

  async broken(organ: OrganId): Promise<readonly BrokenLink[]> {
    const { rows } = await sql<BrokenLink>`
      select address, good_on as "goodOn" from outside_link
      where organ = ${organ}::text and failures >= ${certain}::int4 order by hash`.execute(this.#db())
    return rows
  }
}
