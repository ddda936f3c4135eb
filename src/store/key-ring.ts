import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Where the keys for personal data come from: a file, the environment, or a key service behind the same three
 * questions. A key is 32 bytes and never written to the database; only its id is.
 */
export interface KeyRing {
  /** The id of the key that new data is sealed with. */
  readonly current: string
  /** Ids of all keys that data may still be sealed with, the current one among them. */
  readonly ids: readonly string[]
  /** Null where that key is not (or no longer) to be had. */
  key(id: string): Uint8Array | null
}

/** `keys`: id to 32 bytes in base64. Throws where the current one is missing or one is not of 32 bytes. */
export function keyRingOf({ current, keys }: KeyFile): KeyRing {
  const bytes = new Map(Object.entries(keys).map(([id, text]) => [id, Buffer.from(text, 'base64')]))
  for (const [id, key] of bytes)
    if (key.length !== 32) throw new Error(`密钥“${id}”应为32字节（base64），请检查密钥文件。`)
  if (!bytes.has(current)) throw new Error(`密钥文件中没有当前密钥“${current}”，请检查密钥文件。`)
  return { current, ids: [...bytes.keys()], key: (id) => bytes.get(id) ?? null }
}

export interface KeyFile {
  readonly current: string
  readonly keys: Readonly<Record<string, string>>
}

/**
 * The ring in a file that only its owner may read, made with one new key where there is none yet. Without this
 * file the personal data cannot be opened again: it is to be kept apart from the database's backups.
 */
export function openKeyFile(path: string): KeyRing {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const fresh: KeyFile = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } }
    writeFileSync(path, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  return keyRingOf(JSON.parse(readFileSync(path, 'utf8')) as KeyFile)
}

export type Purpose = 'seal' | 'index'

const derived = new WeakMap<Uint8Array, Map<Purpose, Uint8Array>>()

/** A key for one purpose from the key of the ring (HKDF-SHA-256), so that index and seal share no key. */
export function deriveKey(key: Uint8Array, purpose: Purpose): Uint8Array {
  const known = derived.get(key) ?? new Map<Purpose, Uint8Array>()
  derived.set(key, known)
  const found = known.get(purpose) ?? new Uint8Array(hkdfSync('sha256', key, '', `gongkai/${purpose}/1`, 32))
  known.set(purpose, found)
  return found
}
