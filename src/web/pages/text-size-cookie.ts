import { isTextSize, type TextSize, textSizeName } from '../ui/text-size.ts'

/** Seconds in a year. */
const year = 365 * 24 * 60 * 60

const inCookies = new RegExp(`(?:^|;\\s*)${textSizeName}=(\\w+)`)

/** The size this reader wants: asked for by the query of the address, else kept in the cookies. */
export function textSizeOf(
  query: string,
  cookies: string | undefined,
): { readonly size: TextSize; readonly asked: boolean } {
  const asked = query === '' ? null : new URLSearchParams(query).get(textSizeName)
  if (isTextSize(asked)) return { size: asked, asked: true }
  const kept = inCookies.exec(cookies ?? '')?.[1]
  return { size: isTextSize(kept) ? kept : 'normal', asked: false }
}

/** Set-Cookie that keeps a size. It says nothing about the reader but this. */
export const keptTextSize = (size: TextSize): string =>
  `${textSizeName}=${size}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`
