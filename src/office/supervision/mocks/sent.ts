/**
 * 模拟申请 on paper, by fax or by mail: the supervisor writes down what was sent, the organ registers it like any other
 * letter, and the supervisor then points to the case. Only what bears out what was sent can be pointed to, since a case
 * that is pointed to counts nowhere any more.
 */
import type { Citation } from '../../../law/citation.ts'
import { type Day, formatChinese } from '../../../law/day.ts'
import { type Channel, channels } from '../../../law/receipt.ts'
import { identityKey, nameKey } from '../../applicants/sealed.ts'
import { dayAt } from '../../beijing-time.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import { applicationOf } from '../../intake/application.ts'
import { alikeFrom, similarityOf } from '../../intake/similarity.ts'
import type { Act, CaseRow, Office, OrganId, SupervisionRow, Unit } from '../../ports.ts'
import { streamOfRequest } from '../../streams.ts'
import { openWithin, type SupervisionOutcome, stepSupervision } from '../keep.ts'
import { refuse, type SupervisionRefusal } from '../refusal.ts'
import { type MockMark, mockEntry, requestOfMock, testRequestsAt } from './mock.ts'
import type { SentChannel } from './sent-channels.ts'
import { expectedOn, type Sent, sentOf } from './sent-facts.ts'

/** What was written in it, sealed in the vault of the supervisor. */
export interface SentApplication {
  readonly name: string
  /** Number of a resident's identity card; null where none was given. */
  readonly idNumber: string | null
  readonly title: string
  readonly features: string | null
}

export interface SendMock {
  readonly organ: OrganId
  /** Of the record. */
  readonly id: string
  readonly about: OrganId
  readonly on: Day
  readonly by: Act
  readonly code: string
  readonly scenario: string
  readonly expect: string
  readonly round: string
  readonly channel: SentChannel
  readonly sentOn: Day
  /** When it was delivered, by the receipt of the post; null while that is not known. */
  readonly deliveredOn: Day | null
  readonly application: SentApplication
}

/** Writes down a test that was sent. */
export const recordSentMock = (office: Office, sending: SendMock): Promise<SupervisionOutcome> =>
  allOrNothing(office, sending.organ, async (unit): Promise<SupervisionOutcome> => {
    const { organ, id, about, on, by, application, ...data } = sending
    const fault = wrongDays(data.sentOn, data.deliveredOn, on)
    if (fault !== null) return fault
    const opened = await openWithin(unit, { organ, kind: 'mock', id, about, on, by, data })
    if (!('refused' in opened) && !('failure' in opened))
      await unit.vault.put({ id: mockEntry(id), kind: 'mock', data: application, lookup: {} }, by.at)
    return opened
  })

function wrongDays(sentOn: Day, deliveredOn: Day | null, today: Day): SupervisionRefusal | null {
  if (sentOn > today || (deliveredOn !== null && deliveredOn > today))
    return refuse('badDays', '提出的日期、送达的日期不能晚于今天，请按实际日期填写。', '条例§31')
  return deliveredOn !== null && deliveredOn < sentOn
    ? refuse('badDays', '送达的日期不能早于提出的日期，请核对。', '条例§31')
    : null
}

/** A case that is perhaps the test, by what agrees. Nothing of who asks for what is in it. */
export interface SentCandidate {
  readonly request: string
  readonly number: string | null
  readonly channel: Channel
  readonly arrivedOn: Day
  readonly applicant: boolean
  readonly wish: boolean
}

/** Cases looked through by their words, the newest first, where the applicant's paper finds none. */
const newest = 300

const applicationIn = async ({ vault }: Pick<Unit, 'vault'>, id: string): Promise<SentApplication | null> => {
  const entry = await vault.open(mockEntry(id))
  return entry === null || 'failure' in entry ? null : (entry.data as SentApplication)
}

/** What was sent in a test; null where it was filed online or is erased. */
export const sentApplicationOf = (
  office: Office,
  row: Pick<SupervisionRow, 'organ' | 'id' | 'data'>,
): Promise<SentApplication | null> =>
  sentOf(row) === null
    ? Promise.resolve(null)
    : office.inTransaction(row.organ, (unit) => applicationIn(unit, row.id))

/** What of a case agrees with what was sent; null where nothing does. */
async function agreement(
  unit: Unit,
  row: CaseRow,
  sent: Sent,
  said: SentApplication,
): Promise<SentCandidate | null> {
  const { id: request, number, channel, arrivedOn } = row
  if (arrivedOn < sent.sentOn) return null
  const record = await applicationOf(unit, request)
  if (record === null || 'failure' in record) return null
  const { idNumber, idKind, name } = record.applicant
  const applicant =
    nameKey(name) === nameKey(said.name) &&
    (said.idNumber === null ||
      idNumber === null ||
      identityKey('residentId', said.idNumber) === identityKey(idKind ?? '', idNumber))
  const wish = similarityOf({ docNo: null, ...said }, { ...record, docNo: null }) >= alikeFrom
  return applicant || wish ? { request, number, channel, arrivedOn, applicant, wish } : null
}

/** Cases of the organ that are perhaps the test, those first in which more agrees. */
export async function candidatesOf(office: Office, row: SupervisionRow): Promise<readonly SentCandidate[]> {
  const [sent, said] = [sentOf(row), await sentApplicationOf(office, row)]
  if (sent === null || said === null || row.about === null) return []
  const about = row.about
  const found = await office.inTransaction(about, async (unit) => {
    const { rows } = await unit.board.list({ organs: [about] }, { limit: newest })
    const all = await Promise.all(rows.map((each) => agreement(unit, each, sent, said)))
    return all.filter((each) => each !== null)
  })
  const weight = ({ applicant, wish }: SentCandidate) => Number(applicant) + Number(wish)
  return found.toSorted((a, b) => weight(b) - weight(a) || (a.arrivedOn < b.arrivedOn ? 1 : -1))
}

export interface PointMock {
  readonly organ: OrganId
  readonly id: string
  readonly on: Day
  readonly by: Act
  /** Number of the case at the organ that was tested. */
  readonly number: string
}

/** Says which case a test became: from then on the case is in no count. Refused where it bears out nothing of it. */
export async function pointMock(office: Office, { number, ...at }: PointMock): Promise<SupervisionOutcome> {
  const row = await office.supervision.get(at.organ, 'mock', at.id)
  const [sent, said] = row === null ? [null, null] : [sentOf(row), await sentApplicationOf(office, row)]
  if (row === null || row.about === null || sent === null || said === null)
    return refuse('unknown', '没有这件模拟申请，或者它是在网上提交的，不用指认。', '条例§47¶1')
  if (requestOfMock(row) !== null)
    return refuse('exists', '已经指认过办件；指认错了的，请先撤销指认。', '条例§47¶1')
  const found = await office.inTransaction(row.about, async (unit) => {
    const known = await unit.cases.byNumber(number.trim())
    return known && { request: known.id, agrees: await agreement(unit, known, sent, said) }
  })
  if (found === null) return refuse('unknown', `对方没有编号为“${number}”的办件，请核对编号。`, '条例§31')
  if ((await testRequestsAt(office, [row.about])).get(row.about)?.has(found.request))
    return refuse('exists', '该件已经是另一件模拟申请，不能重复指认。', '条例§47¶1')
  if (found.agrees === null)
    return refuse(
      'incomplete',
      '该件的申请人和所申请的内容都与登记的模拟申请不符，或者收到的日期早于提出的日期，不能指认：指认以后该件不计入任何统计。请核对编号。',
      '条例§50',
    )
  return stepSupervision(office, {
    ...{ ...at, kind: 'mock', step: 'find', as: { taken: 'supervisor' }, data: {} },
    set: { request: found.request, number: found.agrees.number },
  })
}

/** Takes back that a case is the test; the case counts again. */
export const releaseMock = (office: Office, at: Omit<PointMock, 'number'>): Promise<SupervisionOutcome> =>
  stepSupervision(office, {
    ...{ ...at, kind: 'mock', step: 'release', as: { taken: 'supervisor' }, data: {} },
    set: { request: null, number: null },
  })

/** Writes down when a letter was delivered, as soon as the post says it. */
export async function recordDelivery(
  office: Office,
  { deliveredOn, ...at }: Omit<PointMock, 'number'> & { readonly deliveredOn: Day },
): Promise<SupervisionOutcome> {
  const row = await office.supervision.get(at.organ, 'mock', at.id)
  const sent = row && sentOf(row)
  if (!sent) return refuse('unknown', '没有这件模拟申请，或者它是在网上提交的。', '条例§47¶1')
  const fault = wrongDays(sent.sentOn, deliveredOn, at.on)
  if (fault !== null) return fault
  return stepSupervision(office, {
    ...{ ...at, kind: 'mock', step: 'deliver', as: { taken: 'supervisor' }, data: {} },
    set: { deliveredOn },
  })
}

const art31: Citation = '条例§31'

/**
 * What is amiss with the registration of a test that was sent: not found, entered as of a later day than it came, or
 * written down days after. Null where nothing is. Pure. `entered`: the day on which it was written into the register.
 */
export function registrationFault(
  sent: Sent,
  known: { readonly arrivedOn: Day; readonly entered: Day } | null,
  today: Day,
): MockMark | null {
  const { channel, sentOn } = sent
  const due = expectedOn(sent)
  const way = `${formatChinese(sentOn)}以“${channels[channel].caption}”提出`
  const came = due !== null && due !== sentOn ? `，${formatChinese(due)}送达` : ''
  if (known === null)
    return due !== null && due < today
      ? { share: 0, because: `${way}${came}，至今没有登记（${art31}）。` }
      : null
  const { arrivedOn, entered } = known
  if (due !== null && arrivedOn > due)
    return {
      share: 50,
      because: `${way}${came}，登记的收到日期是${formatChinese(arrivedOn)}，晚于实际（${art31}）。`,
    }
  return entered > arrivedOn
    ? {
        share: 50,
        because: `${formatChinese(arrivedOn)}收到，${formatChinese(entered)}才登记（${art31}）。`,
      }
    : null
}

/** The day on which a case was written into the register, whatever day it is entered as of. */
export const enteredOn = (office: Office, organ: OrganId, request: string): Promise<Day | null> =>
  office.inTransaction(organ, async ({ events }) => {
    const [first] = await events.load(streamOfRequest(request))
    return first === undefined ? null : dayAt(first.at)
  })
