import { isTextSize, type TextSize, textSizeName } from '../ui/text-size.ts'

/** Seconds in a year. */
const year = 365 * 24 * 60 * 60

/** The size this reader wants: asked for by the address, else kept in the cookie. */
export function textSizeOf(request: Request): { readonly size: TextSize; readonly asked: boolean } {
  const asked = new URL(request.url).searchParams.get(textSizeName)
  if (isTextSize(asked)) return { size: asked, asked: true }
  const cookies = request.headers.get('cookie') ?? ''
  const kept = new RegExp(`(?:^|;\\s*)${textSizeName}=(\\w+)`).exec(cookies)?.[1]
  return { size: isTextSize(kept) ? kept : 'normal', asked: false }
}

/** Set-Cookie that keeps a size. It says nothing about the reader but this. */
export const keptTextSize = (size: TextSize): string =>
  `${textSizeName}=${size}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`
