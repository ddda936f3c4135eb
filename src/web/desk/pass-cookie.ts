/** The pass of an applicant or a third party, kept by the browser where no script can read it. */

export type PassKind = 'applicant' | 'thirdParty'

const names: Readonly<Record<PassKind, string>> = {
  applicant: 'gongkai.tracking',
  thirdParty: 'gongkai.consultation',
}

/** The pass in the Cookie header; null where there is none. */
export function passOf(cookie: string | undefined, kind: PassKind): string | null {
  for (const part of (cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === names[kind] && value) return value
  }
  return null
}

/** The Set-Cookie that keeps a pass until the browser closes or the pass is over. `secure`: we are reached by https. */
export const keptPass = (kind: PassKind, token: string, until: string, secure: boolean): string =>
  [
    `${names[kind]}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Expires=${new Date(until).toUTCString()}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ')

/** The Set-Cookie that forgets it. */
export const forgottenPass = (kind: PassKind): string =>
  `${names[kind]}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
