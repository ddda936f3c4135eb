import { Parser } from 'htmlparser2'

export interface XmlVisitor {
  /** Names without their prefix, of elements and of attributes. */
  open?(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/** No office program nests deeper; the parser's own stack is slow beyond some ten thousand. */
const deepest = 1_000

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Walks a part of an office file, in one pass and without recursion. Entities of a DTD are not expanded. Throws on
 * senseless nesting, which makes the file count as damaged.
 */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw new RangeError('nested too deep')
        visitor.open?.(local(name), (wanted) => {
          if (attributes[wanted] !== undefined) return attributes[wanted]
          for (const key in attributes) if (local(key) === wanted) return attributes[key]
          return undefined
        })
      },
      ontext: (text) => visitor.text?.(text),
      onclosetag(name) {
        depth--
        visitor.close?.(local(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(decodeXml(bytes))
}

export function decodeXml(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

/** Whether an on-off attribute is on; many of them need only be there. */
export const isOn = (value: string | undefined): boolean =>
  !['0', 'false', 'off', 'none'].includes(value ?? '1')
