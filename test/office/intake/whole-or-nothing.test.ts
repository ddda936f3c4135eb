/** Whatever comes in is recorded whole or not at all, and nothing of whoever asks gets out of the vault. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ApplicantKind,
  applicantKinds,
  type IdentityType,
  identityTypes,
} from '../../../src/law/application.ts'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { type Channel, channels } from '../../../src/law/receipt.ts'
import type { Agent } from '../../../src/office/applicants/agent.ts'
import type { ApplicantInput } from '../../../src/office/applicants/applicant.ts'
import { applicationOf } from '../../../src/office/intake/application.ts'
import {
  type ContentInput,
  contentOf,
  type DeliveryWay,
  deliveryWays,
  type ProvisionForm,
  provisionForms,
} from '../../../src/office/intake/content.ts'
import {
  prepareSubmission,
  type Submission,
  submitApplication,
  submitWithin,
} from '../../../src/office/intake/submit-application.ts'
import type { Unit } from '../../../src/office/ports.ts'
import { findTracked } from '../../../src/office/tracking/tracking-key.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { startCluster } from '../../store/support/cluster.ts'
import {
  another,
  bytesOf,
  changed,
  contextOf,
  everything,
  here,
  openOffice,
  person,
  submissionOf,
  submitted,
  today,
  wishFor,
} from './support.ts'

const cluster = await startCluster()
let store: Store

beforeAll(async () => {
  store = await openOffice()
})
afterAll(async () => {
  await store.close()
  if (typeof cluster !== 'string') await cluster.stop()
})

const absurd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    '\u202eABC',
    'online',
    'on',
    '8',
    'null',
    "'; drop table vault; --",
    '13800000000',
    '330106199001011234',
    '長'.repeat(600),
  ),
)
/** Nonsense in one place of forty: with more of it nothing would ever get past the first check. */
const mostly = <T>(sound: fc.Arbitrary<T>, nonsense: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: sound, weight: 39 }, { arbitrary: nonsense, weight: 1 })
const keyOf = <K extends string>(table: Readonly<Record<K, unknown>>) =>
  mostly(fc.constantFrom(...(Object.keys(table) as K[])), fc.constant('nonsense' as K))
const partly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
type Today = typeof today
const days = mostly(
  fc.constantFrom(today, today, '2026-03-01'),
  fc.constantFrom('2026-03-03', '2026-02-30', 'soon'),
) as fc.Arbitrary<Today>

const agent: fc.Arbitrary<Agent> = fc.record({
  agency: fc.constantFrom('entrusted' as const, 'guardian' as const),
  name: absurd,
  idKind: keyOf<IdentityType>(identityTypes),
  idNumber: fc.option(absurd),
  idPaper: fc.constant(null),
  phone: fc.option(absurd),
  authorisation: fc.option(
    fc.record({
      paper: fc.constant(null),
      signedOn: fc.option(days),
      until: fc.option(days),
      powers: fc.constant([]),
    }),
  ),
})
const applicant = fc.record(
  {
    kind: keyOf<ApplicantKind>(applicantKinds),
    name: absurd,
    idKind: fc.option(keyOf<IdentityType>(identityTypes)),
    idNumber: fc.option(absurd),
    contact: fc.record(
      { phone: absurd, email: absurd, address: absurd, postcode: absurd },
      { requiredKeys: [] },
    ),
    representative: absurd,
    agent: fc.option(agent),
    assistance: absurd,
  },
  { requiredKeys: ['kind'] },
) as fc.Arbitrary<ApplicantInput>
const content = fc.record(
  {
    variant: fc.constantFrom('disclosure', 'recordCorrection'),
    title: fc.option(absurd),
    docNo: absurd,
    features: mostly(absurd, fc.constant('長'.repeat(6000))),
    inaccuracy: absurd,
    evidence: absurd,
    provision: fc.option(keyOf<ProvisionForm>(provisionForms)),
    delivery: keyOf<DeliveryWay>(deliveryWays),
    formNote: absurd,
    otherFormAccepted: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ContentInput>
const papers = fc.array(
  fc.record({
    id: fc.uuid(),
    bytes: fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constant(bytesOf('说明'))),
    name: absurd,
    as: fc.constantFrom('identity' as const, 'authorisation' as const, 'evidence' as const),
  }),
  { maxLength: 1 },
)
const anything = fc.record(
  {
    channel: keyOf<Channel>(channels),
    arrivedOn: days,
    confirmedOn: partly(days),
    misaddressed: fc.boolean(),
    unreachable: fc.boolean(),
    oralBecause: absurd,
    doubtful: fc.boolean(),
    posting: fc.record({ carrier: fc.option(absurd), number: fc.option(absurd) }),
    applicant,
    content,
    context: fc.constantFrom(contextOf(), contextOf(), contextOf('head'), contextOf('applicant')),
    identified: fc.boolean(),
  },
  { requiredKeys: ['applicant', 'content'] },
) as fc.Arbitrary<Partial<Submission>>
/** As exact optional types want it: absent, not undefined. */
const clean = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

const readIn = <T>(read: (unit: Unit) => Promise<T>) => store.inTransaction(here, read)

describe('条例§45 全部登记，或者什么也不留', () => {
  let n = 0

  const stored = async (submission: Submission, before: Readonly<Record<string, string>>) => {
    const outcome = await submitApplication(store, submission)
    if ('failure' in outcome) throw new Error('conflict')
    if (outcome.refused) {
      expect(outcome.message).toMatch(/[\u4e00-\u9fff]{4}/)
      expect(await changed(store, before)).toEqual([])
      return false
    }
    const { number, secret, request } = outcome
    const [kept, row, tracked] = await readIn(async (unit) => [
      await applicationOf(unit, request),
      await unit.cases.byNumber(number),
      await findTracked(unit, number, secret),
    ])
    expect(kept).toMatchObject(contentOf(submission.content).content)
    expect(row).toMatchObject({
      id: request,
      receivedOn: outcome.receivedOn,
      due: outcome.due,
      version: outcome.version,
    })
    expect(tracked).toBe(request)
    return true
  }

  test('任何输入，荒唐的也在内', async () => {
    let kept = 0
    let refused = 0
    let before = await everything(store)
    await fc.assert(
      fc.asyncProperty(anything, papers, async (more, files) => {
        const submission = {
          ...submissionOf(`p${++n}`),
          ...clean(more),
          papers: files.length > 0 && n % 8 === 0 ? files : [],
        }
        if (await stored(submission, before)) {
          kept++
          before = await everything(store)
        } else refused++
      }),
      { numRuns: 80 },
    )
    expect(kept).toBeGreaterThan(10)
    expect(refused).toBeGreaterThan(10)
    const { faults } = await verify(store, here)
    expect(faults).toEqual([])
  })

  test('在任何一步断掉，都没有半件', async () => {
    const before = await everything(store)
    const submission = submissionOf('killed', {
      applicant: another(77),
      channel: 'fax',
      papers: [{ id: 'killed-paper', bytes: bytesOf('材料'), name: '材料.txt' }],
    })
    const prepared = await prepareSubmission(submission)
    if ('refused' in prepared) throw new Error(prepared.message)
    let steps = 0
    for (let over = false; !over; steps++) {
      const { watched, isOver } = breaking(steps)
      const killed = store.inTransaction(here, async (unit) => {
        await submitWithin(watched(unit), prepared, nationalCalendar)
        throw new Error('killed')
      })
      await expect(killed).rejects.toThrow('killed')
      over = isOver()
    }
    expect(steps).toBeGreaterThan(20)
    expect(await changed(store, before)).toEqual([])
    submitted(await submitApplication(store, submission))
  })
})

/** A unit that breaks off at its `last`th use of a port, as if the process had been killed there. */
function breaking(last: number) {
  let uses = 0
  const watched = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target)
        if (typeof value === 'object' && value !== null) return watched(value)
        if (typeof value !== 'function') return value
        return (...parameters: unknown[]) => {
          if (uses++ === last) throw new Error('killed')
          return value.apply(target, parameters)
        }
      },
    })
  return { watched, isOver: () => uses <= last }
}

describe('个保法§6 申请人的一切只在密封处', () => {
  test('姓名、证件号码、电话、住址、申请内容，在日志、台账、发件箱和其他表中都没有', async () => {
    const applicantOfAll: ApplicantInput = {
      ...person,
      idNumber: '330106198812120011',
      name: '独孤保密',
      contact: { phone: '13912345678', email: 'dugu@mail.example', address: '示例县保密巷9号' },
      representative: '慕容代表',
      assistance: '需要大字版',
    }
    const content = {
      ...wishFor('南宫采石场越界开采的处罚决定'),
      docNo: '示处〔2026〕77号',
      features: '去年冬天的那一次',
      formNote: '请用牛皮纸信封',
    }
    await submitApplication(
      store,
      submissionOf('sealed', {
        applicant: applicantOfAll,
        content,
        channel: 'registeredPost',
        posting: { carrier: '示例速递', number: 'XA99887766554' },
        papers: [
          {
            id: 'sealed-paper',
            bytes: bytesOf('独孤保密的说明'),
            name: '独孤保密.txt',
            description: '独孤保密手写',
          },
        ],
      }),
    )
    const tables = Object.entries(await everything(store))
    expect(tables.map(([name]) => name)).toEqual(
      expect.arrayContaining(['event', 'request_case', 'outbox', 'vault', 'blob', 'number_issued']),
    )
    const secrets = [
      '独孤',
      '33010619881212',
      '13912345678',
      'dugu',
      '保密巷',
      '慕容',
      '大字版',
      '采石',
      '示处',
      '去年冬天',
      '牛皮纸',
      '示例速递',
      'XA9988',
    ]
    for (const [table, text] of tables)
      for (const secret of secrets) expect([table, text.includes(secret)]).toEqual([table, false])
  })
})

const atOnce = (place: () => Promise<string>) =>
  test('条例§45 三十件同时提交，编号不断不重，同一人只有一份记录', async () => {
    const office = await openOffice(await place(), ['organ-1', 'organ-2'])
    try {
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          submitApplication(
            office,
            submissionOf(n, {
              ...(n % 3 === 0 && { organ: 'organ-2' }),
              applicant: n % 2 === 0 ? person : another(n),
            }),
          ),
        ),
      )
      for (const [organ, count] of [
        ['organ-1', 20],
        ['organ-2', 10],
      ] as const) {
        const mine = outcomes.map(submitted).filter((_, n) => (n % 3 === 0) === (organ === 'organ-2'))
        const numbers = mine.map(({ number }) => Number(number.split('-')[1])).sort((a, b) => a - b)
        expect(numbers).toEqual(Array.from({ length: count }, (_, n) => n + 1))
        expect(new Set(mine.map(({ applicant: id }) => id)).size).toBe(count / 2 + 1)
        expect((await verify(office, organ)).faults).toEqual([])
      }
    } finally {
      await office.close()
    }
  })

describe('PGlite', () => atOnce(async () => ':memory:'))
if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => atOnce(async () => ''))
else describe('PostgreSQL', () => atOnce(() => cluster.create()))
