/** What an administrator does to the database as a whole, from the command line. */

import { existsSync } from 'node:fs'
import { checkpointFile, readCheckpoints } from './checkpoints.ts'
import type {
  BackedUp,
  NotDone,
  OrganCode,
  RebuiltOrgan,
  RestoredHere,
  VerifiedOrgan,
} from './cli/operations.ts'
import type { Configuration } from './configuration.ts'
import { calendarOf } from './office/handling/calendar-of.ts'
import { deriveDueUnder } from './office/handling/handle-request.ts'
import { requestPolicyOf } from './office/handling/request-policy.ts'
import type { DeriveDue, OrganId, OrganRow } from './office/ports.ts'
import { projectCase } from './office/requests/index.ts'
import { openKeys } from './secrets.ts'
import { backup } from './store/backup.ts'
import { checkKeys } from './store/key-check.ts'
import { keyRingOf } from './store/key-ring.ts'
import { openStore } from './store/open.ts'
import { rebuild } from './store/rebuild.ts'
import { restore } from './store/restore.ts'
import type { Store } from './store/store.ts'
import { type Checkpoint, type Verification, verify } from './store/verify.ts'

/** Holds the logs against their hashes, the checkpoints kept beside the database, and the rows against the logs. */
export const verifyOrgans = async (
  store: Store,
  { GONGKAI_DATA }: Pick<Configuration, 'GONGKAI_DATA'>,
  code: OrganCode,
): Promise<readonly VerifiedOrgan[] | NotDone> => {
  const organs = await organsOf(store, code)
  if ('failure' in organs) return organs
  const checkpoints = await readCheckpoints(checkpointFile(GONGKAI_DATA))
  const verified: VerifiedOrgan[] = []
  for (const organ of organs) {
    const own = checkpoints.filter((each) => each.organ === organ.id)
    verified.push(described(organ, await verifyAgainst(store, organ.id, own), own))
  }
  return verified
}

/** One organ, as `verifyOrgans`. */
export const verifyOne = async (
  store: Store,
  { GONGKAI_DATA }: Pick<Configuration, 'GONGKAI_DATA'>,
  organ: OrganId,
): Promise<Verification> => {
  const checkpoints = await readCheckpoints(checkpointFile(GONGKAI_DATA))
  return verifyAgainst(store, organ, checkpoints)
}

const verifyAgainst = async (
  store: Store,
  organ: OrganId,
  checkpoints: readonly Checkpoint[],
): Promise<Verification> => verify(store, organ, { deriveDue: await dueUnderAt(store, organ), checkpoints })

/** How due days are derived at an organ: by its calendar and what it has settled for its clock. */
const dueUnderAt = async (store: Store, organ: OrganId): Promise<DeriveDue> => {
  const { clock } = await store.inTransaction(organ, requestPolicyOf)
  return deriveDueUnder(await calendarOf(store, organ), clock)
}

/** Makes the rows of the cases anew. */
export const rebuildOrgans = async (
  store: Store,
  code: OrganCode,
): Promise<readonly RebuiltOrgan[] | NotDone> => {
  const organs = await organsOf(store, code)
  if ('failure' in organs) return organs
  const rebuilt: RebuiltOrgan[] = []
  for (const organ of organs) {
    const deriveDue = await dueUnderAt(store, organ.id)
    rebuilt.push({
      code: organ.code,
      name: organ.name,
      cases: await rebuild(store, organ.id, deriveDue),
    })
  }
  return rebuilt
}

/** Backs up into a file that is not there yet. */
export const backUpInto = async (store: Store, path: string): Promise<BackedUp | NotDone> => {
  if (existsSync(path))
    return { failure: 'exists', message: `文件“${path}”已存在，没有覆盖它；请换一个名字。` }
  try {
    const { rows, sha256 } = await backup(store, path)
    return { path, rows: sum(rows), sha256 }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
    return { failure: 'notWritten', message: `写不进“${path}”（${code}），请检查文件夹、权限和磁盘空间。` }
  }
}

/**
 * Reads a backup into a database of its own. That needs no keys; whether those at hand open what is sealed in it
 * is found out and told.
 */
export const restoreInto = async (
  configuration: Configuration,
  path: string,
  into: string,
  now: string,
): Promise<RestoredHere | NotDone> => {
  if (!existsSync(path)) return { failure: 'noFile', message: `没有文件“${path}”。` }
  const keys = existsSync(configuration.GONGKAI_KEYS) ? openKeys(configuration) : null
  if (keys !== null && 'failure' in keys) return keys
  const store = await openStore({ at: into, ring: keys?.ring ?? noKeys, project: projectCase })
  if ('failure' in store) return store
  try {
    const outcome = await restore(store, path)
    if ('failure' in outcome) return outcome
    const organs = await store.organs.all()
    return {
      rows: sum(outcome.rows),
      organs: organs.map((organ) => described(organ, outcome.verified[organ.id]!, [])),
      keys: keys === null ? withoutKeys(configuration) : ((await checkKeys(store, now))?.message ?? null),
    }
  } finally {
    await store.close()
  }
}

/** Seals nothing: a restored database is only read in and looked at. */
const noKeys = keyRingOf({ current: 'none', keys: { none: Buffer.alloc(32).toString('base64') } })

const withoutKeys = ({ GONGKAI_KEYS }: Configuration): string =>
  `没有密钥文件“${GONGKAI_KEYS}”，未能核对个人信息是否打得开；启动服务前请放好备份时的密钥文件。`

const organsOf = async (store: Store, code: OrganCode): Promise<readonly OrganRow[] | NotDone> => {
  if (code === null) return store.organs.all()
  const organ = await store.organs.byCode(code)
  return organ === null ? { failure: 'noOrgan', message: `没有代码为“${code}”的机关。` } : [organ]
}

const described = (
  { code, name }: OrganRow,
  { events, cases, head, faults }: Verification,
  checkpoints: readonly Checkpoint[],
): VerifiedOrgan => ({
  code,
  name,
  events,
  cases,
  head: head === null ? null : { seq: head.seq, hash: head.hash },
  checkpoints: checkpoints.length,
  faults: faults.map(({ kind, message }) => ({ kind, message })),
})

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)
