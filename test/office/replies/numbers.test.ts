/** Numbers of letters: no gap and no double, whatever happens at once; what is spoilt is void and stays on record. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applicantOf } from '../../../src/office/applicants/applicant.ts'
import { applicantEntry } from '../../../src/office/applicants/sealed.ts'
import { hasFailed } from '../../../src/office/handling/all-or-nothing.ts'
import { applicationEntry } from '../../../src/office/intake/application.ts'
import { contentOf } from '../../../src/office/intake/content.ts'
import { issueNotice } from '../../../src/office/replies/issue-notice.ts'
import { voidLetter } from '../../../src/office/replies/void-letter.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { startCluster } from '../../store/support/cluster.ts'
import { embeddedDatabases } from '../../store/support/embedded.ts'
import { applicant, here, openHouse, start } from './house.ts'
import { momentOf, must, walkOffice } from './walk-office.ts'

const [cluster, embedded] = await Promise.all([startCluster(), embeddedDatabases()])

afterAll(async () => {
  await embedded.remove()
  if (typeof cluster !== 'string') await cluster.stop()
})

const many = 200
const series = { kind: '公开补', year: 2026 }

const suite = (place: () => Promise<string>) => {
  let store: Store
  beforeAll(async () => {
    store = await openHouse(await place())
    // The requests are only there to be written about: registered at once, without what intake does.
    await store.inTransaction(here, async ({ events, vault }) => {
      const { applicant: record } = applicantOf(applicant, start)
      await vault.put(applicantEntry('applicant-n', record), momentOf(start))
      for (let n = 0; n < many; n++) {
        const request = `n-${n}`
        const { content } = contentOf({ title: `第${n}份文件` })
        const asked = applicationEntry(request, { ...content, applicant: record, posting: null }, '')
        await vault.put(asked, momentOf(start))
        await events.append(`request/${request}`, 0, received(n), { actor: 'staff-1', at: momentOf(start) })
      }
    })
  })
  afterAll(() => store.close())

  const ask = (n: number, guidance?: string) => {
    const { acting } = walkOffice(store, { organ: here, request: `n-${n}`, today: start })
    return issueNotice(store, {
      ...acting('askCorrection'),
      action: 'askCorrection',
      command: { items: [{ requirement: 'description', what: '请写明文号' }], by: '2026-03-16' },
      facts: guidance === undefined ? {} : { guidance },
      letterId: `correction-${n}`,
    })
  }

  test('公文格式7.2.5 同时制发200份，其中20份写不成：180个文号，不空号，不重号', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: many }, (_, n) => ask(n, n % 10 === 3 ? undefined : '可以写明年份')),
    )
    const done = outcomes.filter((outcome) => !hasFailed(outcome))
    expect(done).toHaveLength(180)
    const listed = await store.inTransaction(here, ({ numbers }) => numbers.list(series))
    expect(listed.map(({ number }) => number)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1))
    expect(new Set(listed.map(({ stream }) => stream)).size).toBe(180)
    // What is printed, what the log says and what the register says are the same.
    for (const outcome of done) {
      if (hasFailed(outcome)) continue
      const [letter] = outcome.letters
      expect(letter!.letter.number).toBe(letter!.letterNo)
      expect(outcome.state.letters.at(-1)!.letterNo).toBe(letter!.letterNo)
    }
    const printed = done.flatMap((outcome) =>
      hasFailed(outcome) ? [] : outcome.letters.map((each) => each.letterNo),
    )
    expect(new Set(printed)).toEqual(new Set(listed.map(({ number }) => `示自然资公开补〔2026〕${number}号`)))
  })

  test('作废的文号留在登记簿上，写明理由，不再使用；谁作废的记在卷内', async () => {
    const acting = walkOffice(store, { organ: here, request: 'n-0', today: start }).acting('annotate')
    const spoilt = must(
      'voidLetter',
      await voidLetter(store, { ...acting, letterNo: await numberOf(0), reason: '打印有误' }),
    )
    expect(spoilt.state.notes).toBe(1)
    const again = await voidLetter(store, { ...acting, letterNo: await numberOf(0), reason: '打印有误' })
    expect(again).toMatchObject({ failure: 'alreadyVoid' })
    const unknown = await voidLetter(store, {
      ...acting,
      letterNo: '示自然资公开补〔2026〕999号',
      reason: '有误',
    })
    expect(unknown).toMatchObject({ failure: 'unknownLetter' })

    const listed = await store.inTransaction(here, ({ numbers }) => numbers.list(series))
    const voided = listed.filter((each) => each.voided !== null)
    expect(voided).toMatchObject([{ stream: 'request/n-0', voided: { reason: '打印有误' } }])
    // The next is the next, not the one that became free.
    const next = must('askCorrection', await ask(3, '可以写明年份'))
    expect(next.letters[0]!.letterNo).toBe('示自然资公开补〔2026〕181号')
    expect((await verify(store, here)).faults).toEqual([])
  })

  const numberOf = async (n: number): Promise<string> => {
    const entry = await store.inTransaction(here, ({ vault }) => vault.open(`correction-${n}`))
    if (entry === null || 'failure' in entry) throw new Error('no letter')
    return (entry.data as { number: string }).number
  }
}

const received = (n: number) => [
  {
    kind: 'intakeRecorded',
    on: start,
    data: {
      number: `2026-${n}`,
      variant: 'disclosure',
      applicant: 'applicant-n',
      applicantKind: 'natural',
      channel: 'inPerson',
      misaddressed: false,
      unreachable: false,
      oralBecause: null,
    },
  },
  { kind: 'received', on: start, data: { basis: 'submitted' } },
]

describe('PGlite', () => suite(() => embedded.create()))

if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => suite(async () => ''))
else describe('PostgreSQL', () => suite(() => cluster.create()))
