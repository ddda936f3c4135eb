import type { Auth } from './auth.ts'

/** What is asked of better-auth about second factors beside its doors. */
export interface SecondFactor {
  /** The account of whoever has given the right password in this browser and owes the second factor; or null. */
  challenged(headers: Headers): Promise<string | null>
  /** Whether the member has used this code already: a code is good once (RFC 6238 §5.2). */
  isUsed(staff: string, code: string): Promise<boolean>
  used(staff: string, code: string): Promise<void>
}

/** Milliseconds for which a code could be shown again: three steps of half a minute, and some more. */
const codeLasts = 120_000

export function makeSecondFactor(auth: Auth): SecondFactor {
  const nameOf = (staff: string, code: string) => `used-code-${staff}-${code}`
  return {
    async challenged(headers) {
      const { createAuthCookie, internalAdapter } = await auth.$context
      const cookie = cookieOf(headers, createAuthCookie('two_factor').name)
      // The name of a challenge is chance: who knows it was given it. better-auth checks the signature behind it.
      const name = cookie?.split('.')[0]
      const challenge = name ? await internalAdapter.findVerificationValue(name) : null
      const user = challenge && (await internalAdapter.findUserById(challenge.value))
      return user ? (user as unknown as { username: string }).username : null
    },
    async isUsed(staff, code) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findVerificationValue(nameOf(staff, code))
      return found !== null && found.expiresAt.getTime() > Date.now()
    },
    async used(staff, code) {
      const { internalAdapter } = await auth.$context
      // Codes follow the machine's clock, and so does how long they are remembered.
      const expiresAt = new Date(Date.now() + codeLasts)
      await internalAdapter.createVerificationValue({
        identifier: nameOf(staff, code),
        value: staff,
        expiresAt,
      })
    },
  }
}

function cookieOf(headers: Headers, name: string): string | null {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? null : decoded(found.slice(name.length + 1))
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
