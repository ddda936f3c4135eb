/** A request walked through the verbs of the office by invented staff, for the tests. */
import { nationalCalendar } from '../../../src/law/calendar.ts'
import type { Day } from '../../../src/law/day.ts'
import { type DispositionKey, dispositions } from '../../../src/law/dispositions.ts'
import type { OrganKind } from '../../../src/law/review-organs.ts'
import type { DraftCommand } from '../../../src/office/requests/draft.ts'
import {
  type Accepted,
  answersFor,
  type CommandOf,
  type Context,
  type Decision,
  type EndingKey,
  emptyRequest,
  endings,
  fold,
  may,
  type PaperPurpose,
  type RecordedEvent,
  type Refusal,
  type RequestAction,
  type RequestPolicy,
  type RequestState,
  type Role,
  remediesOf,
  verbs,
} from '../../../src/office/requests/index.ts'

export const staff: Readonly<Record<'handler' | 'reviewer' | 'head' | 'applicant', string>> = {
  handler: 'staff-1',
  reviewer: 'staff-2',
  head: 'staff-3',
  applicant: 'applicant-1',
}

export interface Who {
  readonly role?: Role
  readonly id?: string
}

export interface Walk {
  readonly state: RequestState
  readonly events: readonly RecordedEvent[]
  readonly today: Day
  /** From now on it is this day. */
  on(day: Day): Walk
  /** Does what must succeed. */
  do<A extends RequestAction>(action: A, command: CommandOf<A>, who?: Who): Walk
  attempt<A extends RequestAction>(action: A, command: CommandOf<A>, who?: Who): Decision
  /** The refusal of what must fail. */
  refusal<A extends RequestAction>(action: A, command: CommandOf<A>, who?: Who): Refusal
  context(action: RequestAction, who?: Who): Context
}

export function walk(
  today: Day,
  options: {
    readonly organ?: OrganKind
    readonly policy?: Partial<RequestPolicy>
    readonly personal?: readonly string[]
  } = {},
): Walk {
  const { organ = 'localDepartment', ...rest } = options
  let state = emptyRequest
  let events: readonly RecordedEvent[] = []
  const self: Walk = {
    get state() {
      return state
    },
    get events() {
      return events
    },
    get today() {
      return today
    },
    on(day) {
      today = day
      return self
    },
    context: (action, who = {}) => ({
      today,
      calendar: nationalCalendar,
      organ,
      actor: actorFor(action, who),
      ...rest,
    }),
    attempt: (action, command, who) => verbs[action](state, command as never, self.context(action, who)),
    do(action, command, who) {
      const decision = self.attempt(action, command, who)
      if (decision.refused) throw new Error(`${action}: ${decision.code} ${decision.message}`)
      const { id: actor } = actorFor(action, who ?? {})
      const recorded = (decision as Accepted).events.map((event) => ({ ...event, actor }) as RecordedEvent)
      events = [...events, ...recorded]
      state = fold(recorded, state)
      return self
    },
    refusal(action, command, who) {
      const before = JSON.stringify(state)
      const decision = self.attempt(action, command, who)
      if (!decision.refused) throw new Error(`${action} was not refused`)
      if ('events' in decision || JSON.stringify(state) !== before)
        throw new Error('a refusal left something behind')
      return decision
    },
  }
  return self
}

/** The least member of staff who may do it. */
function actorFor(action: RequestAction, { role, id }: Who): Context['actor'] {
  const order = ['handler', 'reviewer', 'head'] as const
  const chosen = role ?? order.find((each) => may(each, action, 'organ')) ?? 'head'
  const scope = chosen === 'applicant' || chosen === 'thirdParty' ? 'own' : 'organ'
  return { role: chosen, scope, id: id ?? staff[chosen as keyof typeof staff] ?? chosen }
}

/** Received in person on the day. */
export function received(on: Day, options?: Parameters<typeof walk>[1]): Walk {
  return walk(on, options).do('receive', {
    number: '2026-1',
    applicant: 'vault-1',
    applicantKind: 'natural',
    channel: 'inPerson',
    arrivedOn: on,
  })
}

/** A draft with every text there has to be. */
export function draftOf(ending: EndingKey, more: Partial<DraftCommand> = {}): DraftCommand {
  const { ground, mustState } = endings[ending]
  const given = ending === 'granted' || ending === 'partial'
  const lawful = ending === 'otherLaw' || ending === 'registryQuery'
  return {
    ending,
    facts: '经查，情况属实。',
    statements: mustState.map((what) => `已写明：${what}`),
    withheld:
      ground !== null
        ? [{ ground, part: '全部', reason: '理由见正文。' }]
        : ending === 'partial'
          ? [{ ground: 'internalAffairs', part: '附件二', reason: '属于内部工作流程。' }]
          : [],
    law: lawful
      ? { rank: 'administrativeRegulation', name: '不动产登记暂行条例', article: '第二十七条' }
      : null,
    provision: given ? { form: '复印件', delivery: '邮寄' } : null,
    answers: answersFor(ending),
    ...more,
  }
}

/** From the draft to the file: reviewed, signed, sealed, posted, served. */
export function answer(walked: Walk, ending: EndingKey, more: Partial<DraftCommand> = {}): Walk {
  return post(sealed(walked, ending, more)).do('serve', { proof: 'postalReceipt', reference: '回执一' })
}

/** Sealed, and the letter under the number of the seal kept. */
export function sealed(walked: Walk, ending: EndingKey, more: Partial<DraftCommand> = {}): Walk {
  const letterNo = '某公复〔2026〕1号'
  return walked
    .do('draft', draftOf(ending, more))
    .do('review', {})
    .do('approve', {})
    .do('seal', { seal: '行政机关印章', letterNo })
    .do('issueLetter', letterOf(letterNo))
}

/** A letter to the applicant, as it is put on file. */
export function letterOf(letterNo: string): CommandOf<'issueLetter'> {
  return {
    letter: 'vault-letter',
    kind: 'granted',
    letterNo,
    digest: `sha256:${'0'.repeat(64)}`,
    to: 'applicant',
  }
}

/** A paper of invented content; `content` is one hexadecimal digit. */
export function paperOf(
  purpose: PaperPurpose,
  content = 'a',
): CommandOf<'addPaper'> & { readonly hash: string } {
  return { paper: `vault-${content}`, hash: content.repeat(64), purpose, type: 'application/pdf', size: 4096 }
}

export function post(walked: Walk): Walk {
  return walked.do('dispatch', {
    method: 'post',
    carrier: 'postOffice',
    trackingNo: 'XA00000000111',
    remedies: remediesFor(walked),
  })
}

export function remediesFor(walked: Walk) {
  const { draft } = walked.state
  const { route } = remediesOf(draft!, draft!.seal!.datedOn, false, walked.context('dispatch'))
  if (route === 'none') return null
  return {
    route,
    reviewOrgans: ['某县人民政府'],
    court: '某县人民法院',
    onlineReview: 'https://review.example',
  }
}

export const dispositionKeys = Object.keys(dispositions) as DispositionKey[]
