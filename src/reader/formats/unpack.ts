import { containerOf, documentsOf, lockedMember, nestedTooDeep } from './archive.ts'
import { isRefusal, type Refusal } from './observed.ts'
import { looksLikeZip, namesIn } from './zip.ts'

/** One document of an archive, byte for byte; or why it cannot be taken out. */
export interface Unpacked {
  /** Name inside the archive, those of inner archives before it. */
  readonly name: string
  readonly content: Uint8Array | Refusal
}

/**
 * Takes the documents out of an archive, and out of archives in it, within the limits of the reader. Anything else (a
 * Word or Excel file is a ZIP inside, too) is itself the one document. Never throws for what the bytes hold.
 */
export async function unpack(bytes: Uint8Array, name: string, nesting = 0): Promise<readonly Unpacked[]> {
  if (!looksLikeZip(bytes)) return [{ name, content: bytes }]
  const names = await namesIn(bytes)
  // What is damaged may still be kept: the reader says what is wrong with it.
  if (!Array.isArray(names)) return [{ name, content: nesting === 0 ? names : bytes }]
  if (containerOf(names) !== 'archive') return [{ name, content: bytes }]
  if (nesting > 1) return [{ name, content: nestedTooDeep }]
  const documents = await documentsOf(bytes)
  if (!Array.isArray(documents)) return [{ name, content: documents }]
  const found: Unpacked[] = []
  for (const member of documents) {
    const inner = nesting === 0 ? member.name : `${name}/${member.name}`
    if (member.bytes === undefined) found.push({ name: inner, content: lockedMember })
    else found.push(...(await unpack(member.bytes, inner, nesting + 1)))
  }
  return found
}

export const isUnpackRefusal = (content: Uint8Array | Refusal): content is Refusal =>
  !(content instanceof Uint8Array) && isRefusal(content)
