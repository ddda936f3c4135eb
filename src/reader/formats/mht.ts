/** A web page saved with its pictures as one mail-like file ('单个文件网页'), by browsers and by Word. */
export const looksLikeMht = (head: string): boolean =>
  /^content-type:\s{0,9}multipart\/related/im.test(head.slice(0, 4_000)) &&
  /^mime-version:/im.test(head.slice(0, 4_000))

const header = (head: string, name: string): string => {
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ')
  const line = unfolded.split(/\r?\n/).find((it) => it.toLowerCase().startsWith(`${name}:`))
  return line === undefined ? '' : line.slice(name.length + 1).trim()
}

function unquote(body: string): Uint8Array {
  const joined = body.replaceAll(/=[ \t]{0,80}\r?\n/g, '')
  const bytes = new Uint8Array(joined.length)
  let length = 0
  for (let i = 0; i < joined.length; i++) {
    const hex = joined[i] === '=' ? joined.slice(i + 1, i + 3) : ''
    if (/^[\da-f]{2}$/i.test(hex)) {
      bytes[length++] = Number.parseInt(hex, 16)
      i += 2
    } else bytes[length++] = joined.charCodeAt(i)
  }
  return bytes.subarray(0, length)
}

/** The bytes of the page inside such a file, still in the page's own encoding; undefined where there is none. */
export function pageOfMht(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder('latin1').decode(bytes)
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(text.slice(0, 4_000))?.[1]
  if (boundary === undefined) return undefined
  for (const part of text.split(`--${boundary}`).slice(1, 5_000)) {
    const end = /\r?\n\r?\n/.exec(part)
    if (end === null) continue
    const head = part.slice(0, end.index).trimStart()
    if (!/^text\/html/i.test(header(head, 'content-type'))) continue
    const body = part.slice(end.index + end[0].length)
    const coding = header(head, 'content-transfer-encoding').toLowerCase()
    if (coding === 'base64') return Uint8Array.from(Buffer.from(body, 'base64'))
    return coding === 'quoted-printable' ? unquote(body) : Uint8Array.from(Buffer.from(body, 'latin1'))
  }
  return undefined
}
