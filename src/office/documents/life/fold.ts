import type { DocumentEventKind, RecordedDocumentEvent } from './events.ts'
import { type DocumentState, emptyDocument, lastSigned, type SignedVersion, type Work } from './state.ts'

/** The state that the events of a document add up to, in the order of recording. Pure; never throws. */
export function fold(
  events: readonly RecordedDocumentEvent[],
  from: DocumentState = emptyDocument,
): DocumentState {
  return events.reduce(apply, from)
}

/** The state after one more event. */
export function apply(state: DocumentState, event: RecordedDocumentEvent): DocumentState {
  const handler = handlers[event.kind] as Handler | undefined
  return { ...state, ...handler?.(state, event), version: state.version + 1 }
}

type Handler<Kind extends DocumentEventKind = DocumentEventKind> = (
  state: DocumentState,
  event: RecordedDocumentEvent<Kind>,
) => Partial<DocumentState>

const handlers: { readonly [Kind in DocumentEventKind]: Handler<Kind> } = {
  documentDrafted: (state, { on, actor, data: { content } }) => {
    const last = lastSigned(state)
    const before = state.work
    return {
      work: {
        content,
        files: before?.files ?? last?.files ?? [],
        attribute: before?.attribute ?? last?.attribute ?? null,
        draftedOn: on,
        drafters: [...new Set([...(before?.drafters ?? []), actor])],
        submittedOn: null,
        passed: [],
        returned: null,
      },
    }
  },
  fileAdded: (state, { data }) =>
    working(state, ({ files }) => ({ files: [...files, { ...data, cleared: false }] })),
  fileCleared: (state, { data: { id } }) =>
    working(state, ({ files }) => ({
      files: files.map((file) => (file.id === id ? { ...file, cleared: true } : file)),
    })),
  fileRemoved: (state, { data: { id } }) =>
    working(state, ({ files }) => ({ files: files.filter((file) => file.id !== id) })),
  attributeDecided: (state, { data }) => working(state, () => ({ attribute: data })),
  submitted: (state, { on }) => working(state, () => ({ submittedOn: on, returned: null })),
  reviewPassed: (state, { on, actor, data }) =>
    working(state, ({ passed }) => ({ passed: [...passed, { ...data, by: actor, on }] })),
  documentReturned: (state, { on, actor, data }) => {
    const returned = { remark: data.remark, by: actor, on }
    if (state.work !== null) return working(state, () => ({ submittedOn: null, passed: [], returned }))
    // Signed and not published yet: nobody has seen it, so the version is no version any more.
    const last = lastSigned(state)
    if (last === null) return {}
    const { content, files, attribute, drafters } = last
    return {
      versions: state.versions.slice(0, -1),
      work: {
        ...{ content, files, attribute, drafters, returned },
        ...{ draftedOn: last.signedOn ?? on, submittedOn: null, passed: [] },
      },
    }
  },
  documentSigned: (state, { on, actor }) => {
    const { work } = state
    if (work === null || work.attribute === null) return {}
    const { content, files, attribute, drafters, passed } = work
    const version: SignedVersion = {
      ...{ content, files, attribute, drafters, passed },
      number: state.versions.length + 1,
      signedBy: actor,
      signedOn: on,
      acts: [],
    }
    return { work: null, versions: [...state.versions, version] }
  },
  indexNumberGiven: (_, { data }) => ({ indexNo: data.indexNo }),
  publishedVia: (state, { on, at, actor, data: { number, ...act } }) => ({
    versions: state.versions.map((version) =>
      version.number === number
        ? { ...version, acts: [...version.acts, { ...act, on, at, by: actor }] }
        : version,
    ),
  }),
  documentEnded: (_, { on, data }) => ({ ending: { ...data, on } }),
  documentRevived: () => ({ ending: null }),
  documentRestricted: (_, { on, data }) => ({ restricted: { ...data, on } }),
  restrictionLifted: () => ({ restricted: null }),
  documentWithdrawn: (_, { on, data }) => ({ withdrawn: { ...data, on }, work: null }),
  withheldReviewed: (state, { data }) => ({
    versions: state.versions.map((version, place) =>
      place === state.versions.length - 1
        ? { ...version, attribute: { ...version.attribute, reviewOn: data.reviewOn } }
        : version,
    ),
  }),
  documentLinked: ({ links }, { data }) => ({ links: [...links, data] }),
  documentUnlinked: ({ links }, { data }) => ({
    links: links.filter(({ relation, target }) => relation !== data.relation || target !== data.target),
  }),
  documentImported: (state, { on, at, actor, data }) => {
    const { content, address, publishedOn, source } = data
    const act = { channel: 'website', account: null, place: address, time: null, by: actor, at } as const
    const version: SignedVersion = {
      number: state.versions.length + 1,
      content,
      files: [],
      attribute: { attribute: 'proactive', ground: null, law: null, because: null, reviewOn: null },
      signedBy: null,
      signedOn: null,
      drafters: [],
      passed: [],
      acts: [{ ...act, on: publishedOn ?? on }],
    }
    return { versions: [...state.versions, version], imported: { address, source } }
  },
}

function working(state: DocumentState, change: (work: Work) => Partial<Work>): Partial<DocumentState> {
  return state.work === null ? {} : { work: { ...state.work, ...change(state.work) } }
}
