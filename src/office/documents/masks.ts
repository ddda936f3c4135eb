/**
 * Masks for personal data in the text of a document (个保法§6): offered place by place, put in where a person says so,
 * and never without. The forms are those that platforms ask for: 138****1234, 35*************123, and of an address
 * no more than the township.
 */
import type { Text } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { maskAddressToTownship, maskIdentityForPublic } from '../applicants/masks.ts'
import {
  type PersonalKind,
  personalKinds,
  scanPersonalData,
  type TextHit,
} from '../attachments/personal-data.ts'
import { ownLine } from './html-text.ts'

/** One place at which something personal stands, and what would stand there instead. */
export interface OfferedMask {
  /** 0, 1, 2 … in the order of the text. */
  readonly place: number
  readonly kind: PersonalKind
  readonly caption: string
  /** What stands around it, so that a person can tell whose it is. */
  readonly before: string
  readonly found: string
  readonly after: string
  readonly masked: string
}

/** What an office publishes of itself is not offered. */
const ofOffices: ReadonlySet<PersonalKind> = new Set(['landline', 'email'])

const identities: ReadonlySet<PersonalKind> = new Set(['residentId', 'oldResidentId', 'residencePermit'])

/** Characters shown around a place. */
const around = 16

function maskOf({ kind, masked }: TextHit, found: string): string {
  if (identities.has(kind)) return maskIdentityForPublic(found)
  return kind === 'address' ? maskAddressToTownship(found) : masked
}

interface Reading {
  readonly document: ReturnType<typeof parseDocument>
  readonly text: string
  readonly nodes: readonly { readonly node: Text; readonly start: number }[]
  readonly hits: readonly TextHit[]
}

/** The text in one piece, and where each part of it stands in the document. */
function read(html: string): Reading {
  const document = parseDocument(html)
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  const waiting = [...document.children].toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') {
      nodes.push({ node, start: text.length })
      text += node.data
    } else if ('children' in node) {
      const name = 'name' in node ? node.name : ''
      text += ownLine.test(name) ? '\n' : name === 'td' || name === 'th' ? '\t' : ''
      waiting.push(...[...node.children].toReversed())
    }
  }
  return { document, text, nodes, hits: scanPersonalData(text).filter(({ kind }) => !ofOffices.has(kind)) }
}

/** Every place that could be masked, in the order of the text. Pure. */
export function masksOf(html: string): readonly OfferedMask[] {
  const { text, hits } = read(html)
  const line = (part: string) => part.trim().replace(/\s+/g, ' ')
  return hits.map((hit, place) => {
    const found = text.slice(hit.start, hit.end)
    return {
      place,
      kind: hit.kind,
      caption: personalKinds[hit.kind],
      before: line(text.slice(Math.max(0, hit.start - around), hit.start)),
      found,
      after: line(text.slice(hit.end, hit.end + around)),
      masked: maskOf(hit, found),
    }
  })
}

/** The text with the masks of the places that were chosen; everything else as it was. Pure. */
export function withMasks(html: string, chosen: ReadonlySet<number>): string {
  const { document, text, nodes, hits } = read(html)
  const wanted = hits.filter((_, place) => chosen.has(place))
  for (const { node, start } of nodes) {
    const end = start + node.data.length
    // From behind, so that places before it stay right; of a value in several parts the first bears the mask.
    for (const hit of wanted.toReversed()) {
      const [from, to] = [Math.max(hit.start, start), Math.min(hit.end, end)]
      if (from >= to) continue
      const mask = hit.start >= start ? maskOf(hit, text.slice(hit.start, hit.end)) : ''
      node.data = node.data.slice(0, from - start) + mask + node.data.slice(to - start)
    }
  }
  return DomUtils.getOuterHTML(document.children, { encodeEntities: 'utf8' })
}
