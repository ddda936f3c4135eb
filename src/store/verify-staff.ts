import type { Kysely } from 'kysely'
import type { OrganId } from '../office/ports.ts'
import { noRecord, type StaffRecord } from '../office/staff/events.ts'
import { streamOfStaff } from '../office/streams.ts'
import type { Schema } from './schema.ts'
import { registeredStaff, staffRecords } from './staff-records.ts'
import type { Fault } from './verify.ts'

/** Compares who is employed, suspended and granted what with what follows from the log. */
export async function staffFaults(db: Kysely<Schema>, organ: OrganId): Promise<readonly Fault[]> {
  const logged = await staffRecords(db, organ)
  const registered = await registeredStaff(db, organ)
  const ids = [...new Set([...logged.keys(), ...registered.keys()])].toSorted()
  return ids
    .filter((id) => said(logged.get(id) ?? noRecord) !== said(registered.get(id) ?? noRecord))
    .map((id) => ({
      kind: 'staffDiffers' as const,
      seq: null,
      stream: streamOfStaff(id),
      message: `人员 ${id} 的在册情况或者身份与登记日志不一致，有人绕过程序改动。请核对后运行 gongkai rebuild 重建。`,
    }))
}

const said = ({ employed, suspended, roles }: StaffRecord): string =>
  JSON.stringify([employed, suspended, roles.toSorted()])
