import { MovesPanel } from '../moves-panel.tsx'
import { documentPageHref } from './document-href.ts'
import type { DocumentMove } from './open-document.ts'

/** Steps that have a page of their own. */
const pages: Readonly<Partial<Record<DocumentMove['action'], string>>> = {
  draftDocument: 'edit',
  amendDocument: 'edit?amend',
  addDocumentFile: 'files',
  publishDocument: 'publish',
  linkDocument: 'links',
}

/** Steps that are done from the page of another, or beside documents that are there. */
const within: ReadonlySet<DocumentMove['action']> = new Set([
  'clearDocumentFile',
  'removeDocumentFile',
  'unlinkDocument',
  'importDocument',
])

/** What else the step might be called, where it means to go on with what is there. */
const labels: Readonly<Partial<Record<DocumentMove['action'], string>>> = {
  draftDocument: '修改草稿',
  addDocumentFile: '添加、核查附件',
  linkDocument: '关联其他文件',
}

/** Reasons by which a step belongs to another part of a document's life than the one it is in. */
const elsewhere: ReadonlySet<string> = new Set([
  ...[
    'exists',
    'noWork',
    'workOpen',
    'notInChain',
    'alreadyPassed',
    'notBinding',
    'notRestricted',
    'notEnded',
  ],
  ...['notWithheld', 'notPublished'],
])

interface MovesProps {
  readonly organ: string
  readonly id: string
  readonly moves: readonly DocumentMove[]
}

/** The steps of a document: what comes next first. */
export function DocumentMoves({ organ, id, moves }: MovesProps) {
  const told = moves
    .filter(({ action }) => !within.has(action))
    .map(({ action, caption, open, code, why, cites }) => ({
      key: action,
      label: labels[action] ?? caption,
      href: documentPageHref(organ, id, pages[action] ?? action),
      far: code !== null && elsewhere.has(code),
      refusal: open ? null : { code: code ?? '', message: why ?? '', cites },
    }))
  return <MovesPanel moves={told} />
}
