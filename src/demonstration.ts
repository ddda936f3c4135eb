/** The demonstration: a county that is invented, in a folder of its own, so that nothing real is near it. */

import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import type { NotDone } from './cli/operations.ts'
import type { Configuration } from './configuration.ts'
import { dayAt } from './office/beijing-time.ts'
import {
  demonstrationOrgans,
  demonstrationPassword,
  demonstrationStaff,
} from './office/demonstration/county.ts'
import { makeDemonstration } from './office/demonstration/make-demonstration.ts'
import { roles } from './office/requests/index.ts'
import { openHouse } from './open-house.ts'
import { sessionSecret } from './secrets.ts'
import { authPath } from './web/sign-in/auth.ts'
import type { Hashing } from './web/sign-in/options.ts'
import { type SignIn, signIn } from './web/sign-in/sign-in.ts'
import type { World } from './world.ts'

/** One member of the staff for each role. */
export const someStaff = demonstrationStaff.filter(
  ({ role }, place) => demonstrationStaff.findIndex((each) => each.role === role) === place,
)

/** Who may sign in at the demonstration, as its sign-in page lists them. */
export const demonstrationAccounts = demonstrationStaff.map(({ account, organ, role }) => ({
  account,
  password: demonstrationPassword,
  role: `${demonstrationOrgans.find(({ id }) => id === organ)?.record.name} ${roles[role]}`,
}))

/** The configuration for the demonstration: its own folder and keys, and no way out for its messages. */
export const demonstrationOf = (configuration: Configuration, folder = 'demonstration'): Configuration => {
  const data = join(configuration.GONGKAI_DATA, folder)
  return {
    ...configuration,
    GONGKAI_DATA: data,
    GONGKAI_KEYS: join(data, 'keys.json'),
    DATABASE_URL: undefined,
    SESSION_SECRET: undefined,
    BACKUP_FOLDER: undefined,
    // Whoever looks at it sits before the terminal that the log would run over.
    LOG_LEVEL: 'warn',
    SMTP_URL: undefined,
    SMS_URL: undefined,
    WEBHOOK_HOSTS: undefined,
    OIDC_ISSUER: undefined,
    SECOND_FACTOR_FOR: undefined,
  }
}

/**
 * Makes the county where there is none yet. It is made under another name: one left half made by an interruption
 * would look like a whole one at the next start.
 */
export const prepareDemonstration = async (
  configuration: Configuration,
  world: World,
  say: (line: string) => void,
): Promise<null | NotDone> => {
  const place = demonstrationOf(configuration).GONGKAI_DATA
  if (existsSync(place)) return null
  const partial = demonstrationOf(configuration, 'demonstration.partial')
  rmSync(partial.GONGKAI_DATA, { recursive: true, force: true })
  say('首次启动，正在生成示例县，需要半分钟左右……')
  const fault = await fill(partial, world, say)
  if (fault !== null) return fault
  renameSync(partial.GONGKAI_DATA, place)
  return null
}

const fill = async (
  configuration: Configuration,
  { now }: World,
  say: (line: string) => void,
): Promise<null | NotDone> => {
  const secret = sessionSecret(configuration)
  if ('failure' in secret) return secret
  const store = await openHouse(configuration, { now, migrates: true })
  if ('failure' in store) return store
  try {
    const door = signIn({
      ...{ office: store, database: store.database, now, secret: secret.secret },
      baseUrl: inside,
      limits: { perMinute: 100_000 },
      hashing: oneHash(),
    })
    const moment = now()
    await makeDemonstration({
      office: store,
      now: moment,
      today: dayAt(moment),
      letIn: (member) => letIn(door, member),
      progress(done, all) {
        if (done % 20 === 0 && done > 0) say(`已生成 ${done}／${all} 件申请`)
      },
    })
    return null
  } finally {
    await store.close()
  }
}

/**
 * Everybody has the same password, so it is hashed once and not for each: that takes its time on purpose. The
 * one-time passwords on the way there are gone before anybody could try them.
 */
const oneHash = (): Hashing => {
  let kept: Promise<string> | null = null
  const passing = (password: string) => createHash('sha256').update(password).digest('hex')
  return {
    hash(password) {
      if (password !== demonstrationPassword) return Promise.resolve(passing(password))
      kept ??= hashPassword(password)
      return kept
    },
    verify: async ({ hash, password }) => hash === passing(password),
  }
}

/** An address at which nobody listens: the door is knocked at from within. */
const inside = 'http://demonstration.example'

/** Gives somebody the password of the demonstration, the way they would choose it themselves. */
const letIn = async (door: SignIn, { id, account }: { id: string; account: string }): Promise<void> => {
  const given = await door.setPassword(id, 'system')
  if (given.refused) throw new Error(`${account} has no password: ${given.message}`)
  const { token } = await knock(door, '/sign-in/username', { username: account, password: given.password })
  const change = { currentPassword: given.password, newPassword: demonstrationPassword }
  await knock(door, '/change-password', change, String(token))
}

const knock = async (
  door: SignIn,
  path: string,
  body: object,
  token?: string,
): Promise<{ token?: unknown }> => {
  const response = await door.handle(
    new Request(`${inside}${authPath}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'gongkai-session': 'token',
        origin: inside,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }),
  )
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as { token?: unknown }
}
