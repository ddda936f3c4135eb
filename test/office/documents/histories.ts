/** Random histories of a document: any verb, by anybody, with commands that mostly fit. */
import fc from 'fast-check'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { addDays, type Day } from '../../../src/law/day.ts'
import { publicationChannels } from '../../../src/office/documents/channels.ts'
import { documentClasses } from '../../../src/office/documents/classes.ts'
import { blankContent, type DocumentContent } from '../../../src/office/documents/content.ts'
import type { RecordedDocumentEvent } from '../../../src/office/documents/life/events.ts'
import { fold } from '../../../src/office/documents/life/fold.ts'
import { type DocumentCommandOf, documentVerbs } from '../../../src/office/documents/life/moves.ts'
import { type DocumentState, emptyDocument } from '../../../src/office/documents/life/state.ts'
import type { DocumentContext, DocumentDecision } from '../../../src/office/documents/life/verb.ts'
import { type DocumentAction, documentActions, type Role } from '../../../src/office/requests/index.ts'

export interface Attempt {
  readonly action: DocumentAction
  readonly command: unknown
  readonly role: Role
  readonly person: string
  readonly wait: number
}

export interface Taken extends Attempt {
  readonly before: DocumentState
  readonly decision: DocumentDecision
  readonly after: DocumentState
  readonly context: DocumentContext
}

const body = { hash: 'h', length: 20, excerpt: '正文', links: [], quotes: [], personal: {} }

export const soundContent = (of: keyof typeof documentClasses): DocumentContent => ({
  ...blankContent(of),
  title: '示例县水库管理办法',
  issuer: '示例县水利局',
  docNo: '示水〔2026〕1号',
  madeOn: '2026-03-02',
  effectiveOn: '2026-04-01',
  theme: 'agriculture',
  genre: 'notice',
  form: 'text',
  body,
})

const content = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...(Object.keys(documentClasses) as never[])).map(soundContent) },
  {
    weight: 1,
    arbitrary: fc.record({
      class: fc.constantFrom('normative' as const, 'news' as const),
      title: fc.constantFrom('', '机密★一年', '联系13800138000', '题目'),
      docNo: fc.constantFrom(null, '12号', '示水〔2026〕2号'),
      expiresOn: fc.constantFrom(null, '2020-01-01' as Day, '2026-05-01' as Day),
    }),
  },
)

const text = fc.constantFrom('', '已有新的规定', '不再适用', '请修改第二条', '电话13800138000')
const day = fc.constantFrom<Day | undefined>(
  undefined,
  undefined,
  undefined,
  undefined,
  '2026-03-01',
  '2026-03-03',
  '2026-09-01',
)
const target = fc.constantFrom('self', 'other', 'third')

const commands: { readonly [A in DocumentAction]: fc.Arbitrary<unknown> } = {
  draftDocument: content,
  amendDocument: content,
  addDocumentFile: fc.constantFrom('f1', 'f2').map((id) => ({
    ...{ id, hash: `hash-${id}`, name: '附件.docx', type: 'x', size: 1 },
  })),
  clearDocumentFile: fc.constantFrom('f1', 'f2', 'f9').map((id) => ({
    ...{ id, hash: `hash-${id}`, findings: 0, acknowledged: [] },
  })),
  removeDocumentFile: fc.record({ id: fc.constantFrom('f1', 'f9') }),
  decideAttribute: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ attribute: 'proactive' }) },
    {
      weight: 1,
      arbitrary: fc.record({
        attribute: fc.constantFrom('onRequest', 'withheld'),
        ground: fc.constantFrom(null, 'stateSecret', 'thirdParty', 'otherLaw'),
        because: text,
        reviewOn: fc.constantFrom<Day | undefined>(undefined, undefined, '2020-01-01'),
      }),
    },
  ),
  submitDocument: fc.constant({}),
  reviewContent: fc.record({ remark: text }),
  reviewSecrecy: fc.constant({}),
  reviewPrivacy: fc.constant({}),
  reviewLegality: fc.constant({}),
  reviewCompetition: fc.constant({}),
  returnDocument: fc.record({ remark: text }),
  signDocument: fc.constant({}),
  publishDocument: fc.record({
    channel: fc.oneof(
      { weight: 4, arbitrary: fc.constant('website') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(publicationChannels)) },
    ),
    account: fc.constantFrom(null, 'a1'),
    place: fc.constantFrom(null, 'https://county.example/1'),
    indexNo: fc.constantFrom('X/2026-1', 'X/2026-2', 'X/2026-3', null),
    on: day,
  }),
  repealDocument: fc.record({ because: text, on: day }),
  expireDocument: fc.record({ because: text }),
  supersedeDocument: fc.record({ because: text, by: fc.constantFrom(null, 'other') }),
  reviveDocument: fc.record({ because: text }),
  restrictDocument: fc.record({ because: text }),
  liftRestriction: fc.record({ because: text }),
  withdrawDocument: fc.record({ reason: fc.constantFrom('error', 'court'), told: text }),
  reviewWithheld: fc.record({
    because: text,
    reviewOn: fc.constantFrom(undefined, '2020-01-01', '2028-01-01'),
  }),
  linkDocument: fc.record({
    relation: fc.constant('interprets'),
    target,
    title: fc.constant('题目'),
    self: fc.constant('self'),
  }),
  unlinkDocument: fc.record({ relation: fc.constant('interprets'), target }),
  importDocument: fc.record({
    content: fc.constant(soundContent('news')),
    address: fc.constant('https://old.example/1'),
    publishedOn: fc.constantFrom(null, '2020-05-06'),
    source: fc.constant('csv'),
    indexNo: fc.constantFrom('X/2026-9', null),
  }),
}

/** What a document goes through when all goes well; histories mix it with anything. */
const usual: readonly DocumentAction[] = [
  'draftDocument',
  'decideAttribute',
  'submitDocument',
  'reviewContent',
  'reviewSecrecy',
  'reviewPrivacy',
  'reviewLegality',
  'reviewCompetition',
  'signDocument',
  'publishDocument',
]

const attempt = (action: fc.Arbitrary<DocumentAction>): fc.Arbitrary<Attempt> =>
  action.chain((chosen) =>
    fc.record({
      action: fc.constant(chosen),
      command: commands[chosen],
      role: fc.constantFrom<Role>('head', 'head', 'head', 'reviewer', 'handler', 'authority', 'applicant'),
      person: fc.constantFrom('p1', 'p2', 'p3'),
      wait: fc.integer({ min: 0, max: 3 }),
    }),
  )

/** As it is meant to go: one provides, another reviews, a third answers for it. */
const meant = (action: DocumentAction): fc.Arbitrary<Attempt> =>
  fc.record({
    action: fc.constant(action),
    command: commands[action],
    role: fc.constant<Role>('head'),
    person: fc.constant(
      /^(?:draft|decide|submit)/.test(action) ? 'p1' : action === 'signDocument' ? 'p3' : 'p2',
    ),
    wait: fc.integer({ min: 0, max: 3 }),
  })

/** Mostly the usual walk, each step perhaps tried twice, with anything else in between. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(
    fc.tuple(...usual.map((action) => fc.array(meant(action), { minLength: 1, maxLength: 2 }))),
    fc.array(attempt(fc.constantFrom(...documentActions)), { maxLength: 12 }),
    fc.array(attempt(fc.constantFrom(...documentActions)), { maxLength: 12 }),
    fc.array(fc.nat(20), { maxLength: 12 }),
  )
  .map(([walk, between, after, places]) => {
    const all: Attempt[] = walk.flat()
    for (const [n, other] of between.slice(0, places.length).entries()) all.splice(places[n]!, 0, other)
    return [...all, ...after]
  })

/** Does what is attempted, one after the other; a refusal changes nothing. */
export function walk(all: readonly Attempt[]): readonly Taken[] {
  let state: DocumentState = emptyDocument
  let today: Day = '2026-03-02'
  return all.map((each) => {
    today = addDays(today, each.wait)
    const context: DocumentContext = {
      today,
      actor: { id: each.person, role: each.role, scope: 'organ' },
      calendar: nationalCalendar,
    }
    const before = state
    const verb = documentVerbs[each.action] as unknown as (
      state: DocumentState,
      command: DocumentCommandOf<DocumentAction>,
      context: DocumentContext,
    ) => DocumentDecision
    const decision = verb(before, each.command as never, context)
    if (!decision.refused) {
      const at = `${today}T01:00:00.000Z`
      const recorded = decision.events.map((event) => ({ ...event, actor: each.person, at }))
      state = fold(recorded as RecordedDocumentEvent[], before)
    }
    return { ...each, before, decision, after: state, context }
  })
}
