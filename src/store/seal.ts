import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deriveKey, type KeyRing } from './key-ring.ts'

export interface SealedData {
  readonly key_id: string
  readonly sealed: Uint8Array
}

const ivLength = 12
const tagLength = 16

/**
 * AES-256-GCM under the ring's current key: iv, tag, text. `place` says where it belongs and is authenticated, so
 * that a sealed value moved to another row does not open.
 */
export function seal(ring: KeyRing, place: readonly string[], content: Uint8Array): SealedData {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, ring.current, 'seal'), iv)
  cipher.setAAD(bytesOf(place))
  const text = Buffer.concat([cipher.update(content), cipher.final()])
  return { key_id: ring.current, sealed: Buffer.concat([iv, cipher.getAuthTag(), text]) }
}

/** Throws where the key is not to be had or the content was tampered with. */
export function unseal(ring: KeyRing, place: readonly string[], { key_id, sealed }: SealedData): Uint8Array {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOf(ring, key_id, 'seal'),
    sealed.subarray(0, ivLength),
    {
      authTagLength: tagLength,
    },
  )
  decipher.setAAD(bytesOf(place))
  decipher.setAuthTag(sealed.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
}

export function sealJson(ring: KeyRing, place: readonly string[], value: object): SealedData {
  return seal(ring, place, Buffer.from(JSON.stringify(value), 'utf8'))
}

export function unsealJson(ring: KeyRing, place: readonly string[], data: SealedData): object {
  return parsed(unseal(ring, place, data))
}

/** What `sealJson` sealed, from the content of the seal. */
export function parsed(content: Uint8Array): object {
  return JSON.parse(Buffer.from(content).toString('utf8'))
}

/** What stands in the index for a value: equal for equal values of one place, and telling nothing without the key. */
export function macOf(ring: KeyRing, keyId: string, place: readonly string[], value: string): string {
  return createHmac('sha256', keyOf(ring, keyId, 'index'))
    .update(bytesOf([...place, value]))
    .digest('hex')
}

function keyOf(ring: KeyRing, id: string, purpose: 'seal' | 'index'): Uint8Array {
  const key = ring.key(id)
  if (key === null) throw new Error(`找不到密钥“${id}”，无法打开个人信息。请恢复密钥文件。`)
  return deriveKey(key, purpose)
}

/** As JSON, so that ['ab', 'c'] and ['a', 'bc'] differ. */
function bytesOf(parts: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8')
}
