/** A request walked over HTTP alone, by invented staff. Whatever is not answered as it should be throws. */
import type { Day } from '../../../../src/law/day.ts'
import { type FactDefinition, type FactName, factDefinitions } from '../../../../src/office/letters/facts.ts'
import { type LetterKind, letters } from '../../../../src/office/letters/letters.ts'
import {
  answersFor,
  type EndingKey,
  endings,
  may,
  type RequestAction,
} from '../../../../src/office/requests/index.ts'
import { facts as samples } from '../../../letters/samples.ts'
import { type House, organs, type Reply, type StaffRole, staffId } from './house.ts'
import { person, wish } from './people.ts'

export { person, wish } from './people.ts'

export interface HttpWalk {
  readonly id: string
  readonly number: string
  readonly secret: string
  version: number
  on(day: Day): HttpWalk
  do(action: RequestAction, body?: object, role?: StaffRole): Promise<Reply>
  attempt(action: RequestAction, body?: object, role?: StaffRole): Promise<Reply>
  read(role?: StaffRole): Promise<Reply>
}

export const at = (path: string): string => `organs/${organs.water}/${path}`

const order = ['handler', 'reviewer', 'head'] as const

/** The least member of staff who may do it. */
export const doerOf = (action: RequestAction): StaffRole =>
  order.find((role) => may(role, action, 'organ')) ?? 'head'

export async function registered(
  house: House,
  day: Day,
  application: object = {},
  content: object = {},
): Promise<HttpWalk> {
  house.on(day)
  const body = {
    channel: 'inPerson',
    arrivedOn: day,
    applicant: person,
    content: { ...wish, ...content },
    ...application,
  }
  const made = await house.ask(staffId('handler'), 'POST', at('requests'), { body })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return walkOf(house, made.body)
}

export function walkOf(
  house: House,
  made: { id: string; number: string; secret: string; version: number },
): HttpWalk {
  const self: HttpWalk = {
    ...made,
    on(day) {
      house.on(day)
      return self
    },
    attempt: (action, body = {}, role = doerOf(action)) =>
      house.ask(staffId(role), 'POST', at(`requests/${made.id}/${action}`), {
        body,
        headers: { 'if-match': `"${self.version}"` },
      }),
    async do(action, body, role) {
      const done = await self.attempt(action, body, role)
      if (done.status !== 200) throw new Error(`${action}: ${JSON.stringify(done.body)}`)
      self.version = done.body.version
      return done
    },
    read: (role = 'handler') => house.ask(staffId(role), 'GET', at(`requests/${made.id}`)),
  }
  return self
}

/** Facts with which that letter can be written: samples for what it wants. */
export function factsFor(kind: LetterKind): object {
  return Object.fromEntries(letters[kind].required.map((name: FactName) => [name, sampleOf(name)]))
}

const sampleOf = (name: FactName): unknown => samples[name] ?? blank(factDefinitions[name])

const blank = ({ options }: FactDefinition): unknown => options?.[0] ?? '示例内容'

/** A reply with all that has to be said. */
export function replyFor(ending: EndingKey): object {
  const lawful = ending === 'otherLaw' || ending === 'registryQuery'
  return {
    ending,
    facts: { ...factsFor(ending), findings: '经查，情况属实' },
    answers: answersFor(ending),
    ...(lawful && {
      law: { rank: 'administrativeRegulation', name: '不动产登记暂行条例', article: '第二十七条' },
    }),
  }
}

export async function answered(walk: HttpWalk, ending: EndingKey): Promise<HttpWalk> {
  await walk.do('draft', replyFor(ending))
  await walk.do('review')
  await walk.do('approve')
  await walk.do('seal', { seal: '行政机关印章' })
  await walk.do('dispatch', { method: 'post', carrier: 'postOffice', trackingNo: 'XA00000000111' })
  await walk.do('serve', { proof: 'postalReceipt', reference: '回执一' })
  return walk
}

export const titleOf = (ending: EndingKey): string =>
  `${endings[ending].cites.join('、')} ${endings[ending].caption}`
