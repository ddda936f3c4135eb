import type { RecordStanding } from '../../../../office/supervision/standing.ts'

/** Where an organ supervises those below it, and where it is asked by those above. */
const work = (organ: string) => `/work/${encodeURIComponent(organ)}`
const asked = (query: Readonly<Record<string, string | undefined>>): string => {
  const known = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return known.length === 0 ? '' : `?${new URLSearchParams(known)}`
}

export const supervisionHref = (organ: string): string => `${work(organ)}/supervision`

/** What a list is narrowed by, as its address says it: otherwise than the form for a new record on the same page. */
export const narrowing = { about: 'below', standing: 'standing', round: 'during', state: 'state' } as const

/** All records of a kind, or some. */
export const recordsHref = (
  organ: string,
  kind: string,
  query: {
    readonly about?: string
    readonly standing?: RecordStanding
    readonly round?: string
    readonly done?: string
  } = {},
): string => {
  const { about, round, ...rest } = query
  const named = { ...rest, [narrowing.about]: about, [narrowing.round]: round }
  return `${supervisionHref(organ)}/${kind}${asked(named)}`
}

export const recordHref = (organ: string, kind: string, id: string): string =>
  `${supervisionHref(organ)}/${kind}/${encodeURIComponent(id)}`

/** A file that an organ sent with a step, as its supervisor has it. */
export const recordFileHref = (organ: string, kind: string, id: string, file: string): string =>
  `${recordHref(organ, kind, id)}/files/${encodeURIComponent(file)}`

export const planHref = (organ: string): string => `${work(organ)}/task-plan`

export const inspectionsHref = (organ: string): string => `${work(organ)}/inspections`

/** A run; with `at` and `check`, what one of its numbers counts. */
export const inspectionHref = (
  organ: string,
  run: string,
  query: { readonly at?: string; readonly check?: string; readonly done?: string } = {},
): string => `${inspectionsHref(organ)}/${encodeURIComponent(run)}${asked(query)}`

export const outsideHref = (organ: string): string => `${work(organ)}/outside-findings`

/** All test requests, or those that were sent and whose case is still looked for. */
export const mocksHref = (organ: string, query: { readonly standing?: 'sought' } = {}): string =>
  `${work(organ)}/mocks${asked(query)}`
export const mockHref = (organ: string, id: string): string => `${mocksHref(organ)}/${encodeURIComponent(id)}`
/** Where a test that went otherwise than online is written down. */
export const sentMockHref = (organ: string): string => `${work(organ)}/sent-mocks`

export const samplesHref = (organ: string): string => `${work(organ)}/samples`
export const sampleHref = (organ: string, id: string, query: { readonly request?: string } = {}): string =>
  `${samplesHref(organ)}/${encodeURIComponent(id)}${asked(query)}`

export const mendingListHref = (organ: string, format: string, round?: string): string =>
  `${work(organ)}/mending-list/${format}${asked({ round })}`

export const mendingHref = (organ: string): string => `${work(organ)}/mending`

/** The same, as the organ that sent it has it. */
export const mendingFileHref = (organ: string, by: string, kind: string, id: string, file: string): string =>
  `${mendingHref(organ)}/${[by, kind, id].map(encodeURIComponent).join('/')}/files/${encodeURIComponent(file)}`

/** Where pages of supervision lie beside its own address. */
export const supervisionRooms = (organ: string): readonly string[] => [
  planHref(organ),
  inspectionsHref(organ),
  outsideHref(organ),
  mocksHref(organ),
  sentMockHref(organ),
  samplesHref(organ),
]
