/** Walks the documents of the demonstration through the house, by the use cases that real ones go through. */
import { nationalCalendar, workingDayOnOrAfter, works } from '../../law/calendar.ts'
import { addDays, addMonths, type Day, yearOf } from '../../law/day.ts'
import { documentClasses } from '../documents/classes.ts'
import { type DraftInput, writeDraft } from '../documents/draft-document.ts'
import { everyDocument } from '../documents/every-document.ts'
import { handleDocument } from '../documents/handle-document.ts'
import type { DocumentCommandOf } from '../documents/life/moves.ts'
import { publishOn } from '../documents/publish-document.ts'
import { closeRecord, noteRecord, openRecord } from '../documents/records/keep-record.ts'
import { reviewActions } from '../documents/review-actions.ts'
import type { Moment, Office } from '../ports.ts'
import type { DocumentAction } from '../requests/document-actions.ts'
import type { Role } from '../requests/permissions.ts'
import { countyId, demonstrationOrgans } from './county.ts'
import { demonstrationDocuments, type ToldDocument } from './demonstration-documents.ts'
import { momentOf, must } from './walk-office.ts'

export const idOfDemonstration = ({ organ, key }: Pick<ToldDocument, 'organ' | 'key'>): string =>
  `document-${organ}-${key}`

/** Makes all documents up to today. On any fault it throws. */
export async function makeDocuments(office: Office, today: Day, now: Moment): Promise<void> {
  await makeRecords(office, today, now)
  for (const told of demonstrationDocuments) await walkDocument(office, told, today, now)
  await makeVisits(office, today)
}

/** Visits of this month and the two before, invented: so many as the title has characters, and those of news twice. */
async function makeVisits(office: Office, today: Day): Promise<void> {
  const months = [addMonths(today, -2), addMonths(today, -1), today]
  await office.visits.begin(months[0]!)
  const organs = demonstrationOrgans.map(({ id }) => id)
  for await (const { organ, id, title, class: of } of everyDocument(office, { organs, shown: ['whole'] }))
    for (const month of months) {
      const count = title.length * (of === 'news' ? 2 : 1)
      await office.visits.add([{ organ, document: id, count }], month)
    }
}

/** The accounts on which they are published, a call for opinions, and a concern that was answered in time. */
async function makeRecords(office: Office, today: Day, now: Moment): Promise<void> {
  const begun = before(today, 440)
  const at = momentOf(begun)
  for (const { id: organ, record } of demonstrationOrgans)
    for (const channel of ['wechat', 'weibo'] as const) {
      const told = { kind: 'account', id: `${organ}-${channel}`, organ, on: begun } as const
      const data = {
        ...{ channel, title: `${record.name}发布`, link: '', operator: record.office.name },
        ...{ consult: '账号菜单“我要咨询”', approved: '县政府办公室同意开设' },
      }
      must(
        'openRecord',
        await openRecord(office, { ...told, by: { actor: `staff-${organ}-head`, at }, data }),
      )
    }
  const county = { organ: countyId, by: { actor: `staff-${countyId}-handler`, at: now } } as const
  const asked = before(today, 39)
  must(
    'openRecord',
    await openRecord(office, {
      ...{ ...county, kind: 'call', id: 'call-county', on: asked, due: later(asked, 21) },
      about: idOfDemonstration({ organ: countyId, key: 'call' }),
      data: { title: '示例县电动自行车停放管理规定（草案）' },
    }),
  )
  const day = before(today, 20)
  const of = { ...county, kind: 'concern', id: 'concern-county', on: day } as const
  const source = { title: '网传城区自来水有异味', level: 'other', source: '网络', at: `${day}T00:30:00.000Z` }
  must('openRecord', await openRecord(office, { ...of, data: source }))
  const answer = { means: 'newMedia', title: '关于城区供水情况的说明', byHead: false, place: '' }
  must('noteRecord', await noteRecord(office, { ...of, data: { ...answer, at: `${day}T06:00:00.000Z` } }))
  must('closeRecord', await closeRecord(office, { ...of, data: { because: '水质检测合格，已经公布结果。' } }))
}

const later = (from: Day, workingDays: number): Day => {
  let day = from
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1)
    if (works(nationalCalendar, day)) left--
  }
  return day
}

const before = (from: Day, workingDays: number): Day => {
  let day = from
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, -1)
    if (works(nationalCalendar, day)) left--
  }
  return day
}

async function walkDocument(office: Office, told: ToldDocument, today: Day, now: Moment): Promise<void> {
  const { organ, fate = 'published' } = told
  const document = idOfDemonstration(told)
  const { name, docPrefix } = demonstrationOrgans.find(({ id }) => id === organ)!.record
  const made = before(today, told.ago)
  const published = later(made, told.after ?? 1)
  const at = (day: Day): Moment => (momentOf(day) < now ? momentOf(day) : now)
  const as = (role: Role, day: Day) => ({
    organ,
    document,
    at: at(day),
    context: { today: day, actor: { id: `staff-${organ}-${role}`, role, scope: 'organ' } as const },
  })
  const draft: DraftInput = {
    ...{
      class: told.class,
      title: told.title,
      issuer: name,
      madeOn: made,
      theme: told.theme,
      genre: told.genre,
    },
    docNo: told.number === undefined ? null : `${docPrefix}〔${yearOf(made)}〕${told.number}号`,
    effectiveOn: documentClasses[told.class].binds ? addDays(made, 30) : null,
    expiresOn: told.lasts === undefined ? null : later(made, told.lasts),
    ...{ field: told.field ?? null, audiences: told.audiences ?? [], keywords: [] },
    contact: `${name}办公室`,
    form: told.class === 'interpretation' ? 'text' : null,
    html: told.paragraphs.map((text) => `<p>${text}</p>`).join(''),
  }
  const write = async (action: 'draftDocument' | 'amendDocument', day: Day, input: DraftInput) =>
    void must(action, await writeDraft(office, { ...as('handler', day), action, draft: input }))
  const act = async <A extends DocumentAction>(
    role: Role,
    day: Day,
    action: A,
    command: DocumentCommandOf<A>,
  ) => void must(action, await handleDocument(office, { ...as(role, day), action, command }))
  const review = async (day: Day, most = 9) => {
    await act('handler', day, 'submitDocument', {})
    for (const kind of documentClasses[told.class].chain.slice(0, most))
      await act('reviewer', day, reviewActions[kind], {} as never)
  }
  const publish = async (day: Day, channel: 'website' | 'gazette' | 'wechat' | 'weibo') => {
    const account = channel === 'wechat' || channel === 'weibo' ? `${organ}-${channel}` : null
    const command = { channel, account, time: '09:30' }
    must('publishDocument', await publishOn(office, { ...as('handler', day), command }))
  }

  await write('draftDocument', made, draft)
  if (fate === 'draft') return
  await act(
    'handler',
    made,
    'decideAttribute',
    fate === 'kept'
      ? { attribute: 'withheld', ground: 'thirdParty', because: '涉及第三方商业秘密，第三方不同意公开。' }
      : { attribute: 'proactive' },
  )
  for (const [relation, key] of told.links ?? []) {
    const target = idOfDemonstration({ organ, key })
    const { title } = demonstrationDocuments.find((each) => each.organ === organ && each.key === key)!
    await act('handler', made, 'linkDocument', { relation, target, title, self: document })
  }
  await review(made, fate === 'reviewing' ? 2 : 9)
  if (fate === 'reviewing') return
  await act('head', made, 'signDocument', {})
  if (fate === 'toPublish' || fate === 'kept') return
  await publish(published, 'website')
  for (const channel of told.channels ?? [])
    if (channel === 'gazette' || channel === 'wechat' || channel === 'weibo')
      await publish(published, channel)
  const afterwards = workingDayOnOrAfter(nationalCalendar, addDays(published, 30))
  if (fate === 'repealed')
    await act('head', later(made, 300), 'repealDocument', { because: '已有新的规定，经清理决定废止。' })
  if (fate === 'expired')
    await act('reviewer', later(made, 241), 'expireDocument', { because: '有效期届满，自动失效。' })
  if (fate === 'withdrawn')
    await act('head', afterwards, 'withdrawDocument', {
      reason: 'error',
      told: '时间表有误，已经撤下；请以各门诊最新公布的时间为准。',
    })
  if (fate === 'amended') {
    const html = `${draft.html}<p>企业开办时间进一步压缩至半个工作日。</p>`
    await write('amendDocument', afterwards, { ...draft, madeOn: afterwards, effectiveOn: afterwards, html })
    await review(afterwards)
    await act('head', afterwards, 'signDocument', {})
    await publish(later(afterwards, 1), 'website')
  }
}
