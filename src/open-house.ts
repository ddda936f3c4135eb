/** Opens the database of a configuration with its keys, or says why that cannot be. */

import type { NotDone } from './cli/operations.ts'
import type { Configuration } from './configuration.ts'
import { projectCase } from './office/requests/index.ts'
import { openKeys } from './secrets.ts'
import { checkKeys } from './store/key-check.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

export interface Opening {
  readonly now: () => string
  /** Whether to bring the schema up to date. */
  readonly migrates: boolean
}

/** Where the database of the configuration is. */
export const placeOf = ({ DATABASE_URL, GONGKAI_DATA }: Configuration): string => DATABASE_URL ?? GONGKAI_DATA

export const openHouse = async (
  configuration: Configuration,
  { now, migrates }: Opening,
): Promise<Store | NotDone> => {
  const keys = openKeys(configuration)
  if ('failure' in keys) return keys
  const store = await openStore({
    at: placeOf(configuration),
    ring: keys.ring,
    project: projectCase,
    digest: configuration.DIGEST,
    connections: configuration.DATABASE_CONNECTIONS,
    migrates,
  })
  if ('failure' in store) return store
  const wrong = await checkKeys(store, now())
  if (wrong === null) return store
  await store.close()
  const made = keys.fresh ? `（密钥文件“${configuration.GONGKAI_KEYS}”原来没有，是刚才新生成的。）` : ''
  return { ...wrong, message: wrong.message + made }
}
