/** The files of secrets: the keys of personal data and the secret of sessions, made at the first start. */

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { NotDone } from './cli/operations.ts'
import type { Configuration } from './configuration.ts'
import { type KeyRing, openKeyFile } from './store/key-ring.ts'

export interface Keys {
  readonly ring: KeyRing
  /** Whether the file was made just now. */
  readonly fresh: boolean
}

/** The keys of personal data; a new one where there is no file. */
export const openKeys = ({ GONGKAI_KEYS: path }: Pick<Configuration, 'GONGKAI_KEYS'>): Keys | NotDone => {
  const fresh = !existsSync(path)
  try {
    return { ring: openKeyFile(path), fresh }
  } catch (error) {
    return { failure: 'keys', message: `打不开密钥文件“${path}”：${reason(error)}` }
  }
}

/** The secret of sessions: as configured, else from the file beside the keys, which is made where it is missing. */
export const sessionSecret = ({
  SESSION_SECRET,
  GONGKAI_KEYS,
}: Pick<Configuration, 'SESSION_SECRET' | 'GONGKAI_KEYS'>): { readonly secret: string } | NotDone => {
  if (SESSION_SECRET !== undefined) return { secret: SESSION_SECRET }
  const path = join(dirname(GONGKAI_KEYS), 'session.key')
  try {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    }
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= 32) return { secret }
    return { failure: 'keys', message: `会话密钥文件“${path}”不完整，请删去它，重新启动时会生成新的。` }
  } catch (error) {
    return { failure: 'keys', message: `打不开会话密钥文件“${path}”：${reason(error)}` }
  }
}

const reason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') return '没有权限，请检查文件的属主和权限。'
  if (error instanceof SyntaxError) return '内容不是完整的 JSON，请从副本恢复它。'
  return code === undefined ? message : `${code}，请检查路径。`
}
