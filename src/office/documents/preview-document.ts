/** A document as everybody will read it, before it is theirs to read. */
import type { Unit } from '../ports.ts'
import { textOf } from './draft-document.ts'
import { factsOf } from './facts.ts'
import { documentStateOf } from './handle-document.ts'
import { textOfHtml } from './html-text.ts'
import type { DocumentState, SignedVersion, Work } from './life/state.ts'
import { isReadable, type PublishedDocument } from './read-published.ts'
import { readableVersions } from './shown.ts'
import { type LineChange, textChanges } from './text-changes.ts'

/** The work in hand as the version that it would be. */
const asVersion = ({ versions }: DocumentState, work: Work): SignedVersion => ({
  number: versions.length + 1,
  content: work.content,
  files: work.files,
  attribute: work.attribute ?? {
    ...{ attribute: 'proactive', ground: null, law: null, because: null, reviewOn: null },
  },
  ...{ signedBy: null, signedOn: null, drafters: work.drafters, passed: work.passed, acts: [] },
})

/** A version by its number: the work in hand has the one after the last; that or the last where none is told. */
function versionAt(state: DocumentState, number: number | undefined): SignedVersion | null {
  const all = [...state.versions, ...(state.work === null ? [] : [asVersion(state, state.work)])]
  return (number === undefined ? all.at(-1) : all.find((each) => each.number === number)) ?? null
}

/** What the public page would show of the version; null where there is none. */
export async function previewDocument(
  unit: Unit,
  id: string,
  number?: number,
): Promise<PublishedDocument | null> {
  const state = await documentStateOf(unit, id)
  const facts = factsOf(state)
  const version = versionAt(state, number)
  if (facts === null || version === null) return null
  const html = await textOf(unit, version.content.body?.hash ?? null)
  const related = (await unit.documents.related(unit.organ, id)).filter(({ row }) => isReadable(row))
  const versions = [version, ...readableVersions(state).filter((each) => each.number < version.number)]
  const row = { ...facts, organ: unit.organ, id, version: state.version }
  return { row, state, version, versions, html, related }
}

/** The lines of the text that changed between two versions; null where one of them is not there. */
export async function compareVersions(
  unit: Unit,
  id: string,
  from: number,
  to: number,
): Promise<readonly LineChange[] | null> {
  const state = await documentStateOf(unit, id)
  const [before, after] = [versionAt(state, from), versionAt(state, to)]
  if (before === null || after === null) return null
  const linesOf = async ({ content }: SignedVersion) =>
    textOfHtml((await textOf(unit, content.body?.hash ?? null)) ?? '').split('\n')
  return textChanges(await linesOf(before), await linesOf(after))
}
