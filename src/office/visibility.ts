/**
 * Who may see what. Every channel asks here (page, list, search, export, file, API), so that none can forget a rule
 * that another keeps. What may be done is said by the table of permissions; this file says what has to be permitted
 * for something to be seen, and what people outside see of their own case.
 */
import type { Shown } from './documents/shown.ts'
import type { ActorId, CaseId, OrganId, OrganRow } from './ports.ts'
import type { Addressee } from './requests/events.ts'
import type { PaperPurpose } from './requests/paper-purposes.ts'
import { type Action, may } from './requests/permissions.ts'
import { type AccessPorts, organsFor, type Standing, standingFor, standingsAt } from './staff/access.ts'

/** Who looks. A member of staff looks at one organ, as what they are there; at any other they see what all see. */
export type Viewer =
  | {
      readonly kind: 'staff'
      readonly id: ActorId
      readonly organ: OrganId
      readonly standings: readonly Standing[]
    }
  /** Has shown the tracking code of that request. */
  | { readonly kind: 'applicant'; readonly organ: OrganId; readonly request: CaseId }
  /** Has shown the code of that consultation. */
  | {
      readonly kind: 'thirdParty'
      readonly organ: OrganId
      readonly request: CaseId
      readonly consultation: string
    }
  | { readonly kind: 'public' }

/** What lies at a request. */
interface OfRequest {
  readonly organ: OrganId
  readonly request: CaseId
}

/** What can be looked at, and what of it decides. */
export type Visible =
  /** The case: state, steps, days. Nothing of who asked. */
  | ({ readonly kind: 'request' } & OfRequest)
  /** Who asked. `whole`: with numbers and addresses, not masked. */
  | ({ readonly kind: 'applicant'; readonly whole: boolean } & OfRequest)
  /** What a third party is asked. */
  | ({ readonly kind: 'consultation'; readonly consultation: string } & OfRequest)
  /** `sent`: it has left the house. `consultation`: the one it belongs to, where it is to a third party. */
  | ({
      readonly kind: 'letter'
      readonly to: Addressee
      readonly sent: boolean
      readonly consultation: string | null
    } & OfRequest)
  /** `from`: who handed it in. `sent`: an enclosure of a reply that has left the house. */
  | ({
      readonly kind: 'paper'
      readonly purpose: PaperPurpose
      readonly from: 'office' | 'applicant' | 'thirdParty'
      readonly sent: boolean
      readonly consultation: string | null
    } & OfRequest)
  /**
   * A document: its page, which may be no more than a stone, or its content. `shown`: what follows from attribute,
   * state and channel (`documents/shown.ts`).
   */
  | {
      readonly kind: 'document'
      readonly organ: OrganId
      readonly part: 'page' | 'content'
      readonly shown: Shown | null
    }
  | { readonly kind: GuardedThing | PublicThing; readonly organ: OrganId }

/** What lies at an organ as a whole. `colleagues`: names and roles; `staff`: accounts and contacts too. */
export type GuardedThing =
  | 'requests'
  | 'documents'
  | 'board'
  | 'export'
  | 'log'
  /** Reports of others that were put in, and what was read of them. */
  | 'examinedReports'
  | 'colleagues'
  | 'staff'
  | 'settings'
  | 'templates'

/** What is open to all: the organ's guide and its published information. */
export type PublicThing = 'organ' | 'published'

/**
 * `seen`, or why not. `forbidden` is said only to those who are something at that very organ; to all others there is
 * nothing there, whether or not there is.
 */
export type Sight = 'seen' | 'forbidden' | 'absent'

/** How the viewer stands to the thing. Does not ask whether the thing exists, so that the answer cannot tell. Pure. */
export function sightOf(viewer: Viewer, thing: Visible): Sight {
  const action = actionToSee(thing)
  if (action === null) return 'seen'
  if (thing.kind === 'document' && isOpen(thing)) return 'seen'
  if (viewer.kind === 'public' || viewer.organ !== thing.organ) return 'absent'
  if (viewer.kind !== 'staff') return isOwn(viewer, thing) ? 'seen' : 'absent'
  if (standingFor(viewer.standings, action) !== null) return 'seen'
  return viewer.standings.some(({ scope }) => scope === 'organ') ? 'forbidden' : 'absent'
}

/** Whether the viewer may see the thing. Pure. */
export function mayRead(viewer: Viewer, thing: Visible): boolean {
  return sightOf(viewer, thing) === 'seen'
}

/** Whether everybody sees that part of a document. */
function isOpen({ part, shown }: Extract<Visible, { kind: 'document' }>): boolean {
  return part === 'page' ? shown !== null : shown === 'whole'
}

/** What a member of staff must be permitted to see the thing; null where everybody is. */
function actionToSee(thing: Visible): Action | null {
  switch (thing.kind) {
    case 'applicant':
      return thing.whole ? 'revealApplicant' : 'readRequest'
    case 'letter':
      return 'revealApplicant'
    case 'paper':
      return namesNobody.has(thing.purpose) ? 'readRequest' : 'revealApplicant'
    case 'organ':
    case 'published':
      return null
    default:
      return toSee[thing.kind]
  }
}

/**
 * A letter says whom it is for, and what people hand in says who they are: whoever sees them masked elsewhere, as a
 * supervisor does, does not see these (个保法§6). What is given out in reply is not about those who asked.
 */
const namesNobody: ReadonlySet<PaperPurpose> = new Set(['enclosure'])

const toSee: Readonly<Record<GuardedThing | 'request' | 'consultation' | 'document', Action>> = {
  request: 'readRequest',
  consultation: 'readRequest',
  requests: 'readRequest',
  document: 'readDocuments',
  documents: 'readDocuments',
  board: 'readBoard',
  export: 'exportRequests',
  log: 'readLog',
  examinedReports: 'examineReports',
  colleagues: 'readRequest',
  staff: 'manageStaff',
  settings: 'manageSettings',
  templates: 'manageTemplates',
}

/** What people outside see: their own, and of the office what has left it for them. */
function isOwn(viewer: Extract<Viewer, { request: CaseId }>, thing: Visible): boolean {
  if (!('request' in thing) || thing.request !== viewer.request) return false
  if (viewer.kind === 'applicant') {
    if (!may('applicant', 'trackRequest', 'own')) return false
    // The code may have been found by somebody else: what they entered themselves is shown masked to them too.
    if (thing.kind === 'applicant') return !thing.whole
    if (thing.kind === 'letter') return thing.to === 'applicant' && thing.sent
    if (thing.kind === 'paper')
      return thing.from === 'applicant' || (thing.purpose === 'enclosure' && thing.sent)
    return thing.kind === 'request'
  }
  if (!may('thirdParty', 'returnConsultation', 'own')) return false
  if (thing.kind !== 'consultation' && thing.kind !== 'letter' && thing.kind !== 'paper') return false
  if (thing.consultation !== viewer.consultation) return false
  if (thing.kind === 'letter') return thing.to === 'thirdParty' && thing.sent
  return thing.kind === 'consultation' || thing.from === 'thirdParty'
}

/** A member of staff looking at an organ. */
export async function staffViewer(office: AccessPorts, id: ActorId, organ: OrganId): Promise<Viewer> {
  return { kind: 'staff', id, organ, standings: await standingsAt(office, id, organ) }
}

/** The organs whose thing of that kind a member of staff may see: where a list over several organs may look. */
export async function organsInSight(
  office: AccessPorts,
  id: ActorId,
  kind: GuardedThing,
): Promise<readonly OrganRow[]> {
  return organsFor(office, id, toSee[kind])
}
