/** 往年的申请从登记簿导入：编号、日期、办理结果照旧，逐行说明错误，重复导入不重复。 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { deriveDueUnder } from '../../../src/office/handling/handle-request.ts'
import { applicationOf } from '../../../src/office/intake/application.ts'
import {
  type ImportedApplications,
  importApplications,
} from '../../../src/office/intake/import-applications.ts'
import {
  blankPast,
  pastColumns,
  pastList,
  readPastList,
  writePast,
} from '../../../src/office/intake/past-columns.ts'
import { letterNumberOf } from '../../../src/office/intake/past-ending.ts'
import type { PastRequest } from '../../../src/office/intake/past-request.ts'
import { isFaults, readPast } from '../../../src/office/intake/read-past.ts'
import { submitApplication } from '../../../src/office/intake/submit-application.ts'
import { headedRows } from '../../../src/office/lists/headed-rows.ts'
import {
  annualReadings,
  type EndingKey,
  endings,
  fold,
  isDisposition,
  type RecordedEvent,
} from '../../../src/office/requests/index.ts'
import { streamOfRequest } from '../../../src/office/streams.ts'
import { figureAt } from '../../../src/report/reading.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import {
  at,
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
} from './support.ts'

let store: Store
let ids = 0

beforeAll(async () => {
  store = await openOffice()
})
afterAll(() => store.close())

const importer = contextOf('handler').actor
const head = contextOf('head').actor

const bring = async (list: string | Uint8Array, dryRun = false): Promise<ImportedApplications> => {
  const bytes = typeof list === 'string' ? bytesOf(list) : list
  const outcome = await importApplications(store, {
    organ: here,
    bytes,
    today,
    at,
    importer,
    head,
    newId: () => `imp-${++ids}`,
    dryRun,
  })
  if (!('made' in outcome)) throw new Error(outcome.message)
  return outcome
}

const messages = ({ refused }: ImportedApplications) =>
  refused.flatMap(({ faults }) => faults.map(({ message }) => message))

const past = (number: string, more: Partial<PastRequest> = {}): PastRequest => ({
  ...blankPast,
  number,
  kind: 'natural',
  name: '司马往年',
  idKind: 'residentId',
  idNumber: person.idNumber!,
  phone: '13800000000',
  channel: 'registeredPost',
  arrivedOn: '2024-03-04',
  title: '示例县水库除险加固工程的批复',
  provision: 'paper',
  delivery: 'post',
  ...more,
})

/** Answered by post a fortnight later. */
const answered = (ending: EndingKey): Partial<PastRequest> => ({
  ending,
  answeredOn: '2024-03-18',
  letterNo: '示水公〔2024〕5号',
  method: 'post',
  trackingNo: 'XA00000000111',
  servedOn: '2024-03-20',
  retention: 'years10',
  fileNo: '2024-公开-5',
  archivedOn: '2024-12-30',
})

/** What a register has to tell for each ending beside the ending. */
const also: Partial<Record<EndingKey, Partial<PastRequest>>> = {
  partial: { ground: 'internalAffairs' },
  otherLaw: { law: '《示例税收征收管理法》第八条' },
  registryQuery: { law: '《不动产登记暂行条例》第二十七条' },
  thirdParty: {
    thirdPartyAskedOn: '2024-03-05',
    thirdPartyAnsweredOn: '2024-03-12',
    thirdPartyOpinion: 'objects',
  },
  repeat: { earlierNumber: '2023-9', earlierLetterNo: '示水公〔2023〕9号', earlierAnsweredOn: '2023-11-02' },
  notCorrected: { correctionAskedOn: '2024-03-06', correctionBy: '2024-03-15' },
  stillUnclear: { correctionAskedOn: '2024-03-06', correctionBy: '2024-03-15', correctedOn: '2024-03-11' },
  excessive: { reasonsAskedOn: '2024-03-05', reasonsBy: '2024-03-12' },
  feeUnpaid: {
    feeAskedOn: '2024-03-06',
    feeServedOn: '2024-03-07',
    feePages: 120,
    answeredOn: '2024-04-10',
    servedOn: '2024-04-12',
  },
}

const all = (Object.keys(endings) as EndingKey[]).map((ending, n) =>
  past(`旧${n + 1}`, {
    ...answered(ending),
    ...(ending === 'withdrawn' && { method: null, letterNo: null, trackingNo: null, servedOn: null }),
    ...(!isDisposition(ending) && { variant: 'recordCorrection' as const }),
    ...also[ending],
  }),
)

const rowOf = (number: string) => store.inTransaction(here, ({ cases }) => cases.byNumber(number))

describe('条例§45 往年申请的导入', () => {
  test('每一种办理结果都能以办理动作重现，编号、日期不变，台账与日志一致', async () => {
    const { made, refused } = await bring(await writePast(all, 'xlsx'))
    expect(refused).toEqual([])
    expect(made.map(({ number }) => number)).toEqual(all.map(({ number }) => number))
    for (const { number, ending, answeredOn } of all) {
      const row = await rowOf(number)
      expect([number, row?.status]).toEqual([number, 'archived'])
      expect(row).toMatchObject({
        receivedOn: '2024-03-04',
        closedOn: answeredOn,
        disposition: isDisposition(ending!) ? ending : null,
      })
    }
    const { faults } = await verify(store, here, { deriveDue: deriveDueUnder(nationalCalendar) })
    expect(faults).toEqual([])
  })

  test('条例§50 导入的件计入当年年报，各行各一件', async () => {
    const states = await store.inTransaction(here, async (unit) => {
      const rows = await Promise.all(all.map(({ number }) => unit.cases.byNumber(number)))
      const streams = []
      for (const row of rows) streams.push(await unit.events.load(streamOfRequest(row!.id)))
      return streams.map((events) => fold(events as unknown as readonly RecordedEvent[]))
    })
    const readings = annualReadings(states, 2024)!
    const dispositions = all.filter(({ ending }) => isDisposition(ending!)).length
    expect(figureAt(readings, 'requests/received@natural')).toBe(dispositions)
    expect(figureAt(readings, 'requests/outcome.total@total')).toBe(dispositions)
    expect(figureAt(readings, 'requests/carriedOut@total')).toBe(0)
  })

  test('重复导入什么也不改；列出已有的编号', async () => {
    const before = await everything(store)
    const again = await bring(await writePast(all, 'csv'))
    expect(await changed(store, before)).toEqual([])
    expect([again.made.length, again.existing.length]).toEqual([0, all.length])
  })

  test('预览不写入；在办的只登记，期限照算；没有确认的渠道待确认', async () => {
    const open = [
      past('在办1', { arrivedOn: '2026-02-09' }),
      past('在办2', { arrivedOn: '2026-02-09', channel: 'email' }),
      past('在办3', {
        arrivedOn: '2026-02-09',
        channel: 'email',
        receivedOn: '2026-02-10',
        extendedOn: '2026-02-26',
        extensionDays: 10,
      }),
    ]
    const before = await everything(store)
    const preview = await bring(await writePast(open, 'csv'), true)
    expect(await changed(store, before)).toEqual([])
    expect(preview).toMatchObject({
      done: false,
      made: [],
      toMake: [{ status: 'handling' }, { status: 'arrived' }, { status: 'handling' }],
    })
    await bring(await writePast(open, 'csv'))
    expect(await rowOf('在办1')).toMatchObject({ due: '2026-03-13', closedOn: null })
    expect(await rowOf('在办2')).toMatchObject({ due: null, receivedOn: null })
    expect((await rowOf('在办3'))!.due! > '2026-03-20').toBe(true)
  })

  test('逐行逐列说明错误；没有错误的行照常导入', async () => {
    const wrong: readonly (readonly [Partial<PastRequest>, string])[] = [
      [{ channel: 'fax', ...answered('granted') }, '“收到日期”：已经答复的应当填写'],
      [{ receivedOn: '2024-03-05' }, '“收到日期”：该渠道以到达之日为收到之日'],
      [{ ...answered('granted'), answeredOn: null }, '“答复日期”：填写了“办理结果”的，也应当填写'],
      [{ ...answered('partial') }, '“部分不予公开的理由”：该种办理结果应当填写'],
      [{ ...answered('otherLaw'), law: '某地方条例' }, '“所依据的法律、行政法规”：请写成'],
      [{ ...answered('thirdParty') }, '“征求第三方意见日期”：该种办理结果应当填写'],
      [{ ...answered('granted'), answeredOn: '2024-03-01' }, '早于收到申请之日'],
      [{ ...answered('granted'), servedOn: '2024-03-10' }, '答复尚未发出'],
      [{ arrivedOn: '2026-03-03' }, '“到达日期”：晚于今天'],
      [{ ...answered('granted'), letterNo: '司马往年的答复' }, '“答复文号”：其中有申请人的姓名'],
      [{ number: '司马往年-1' }, '“原登记编号”：其中有申请人的姓名'],
      [
        { ...answered('granted'), method: 'inPerson', servedOn: '2024-03-19' },
        '“送达日期”：当面、委托送达的以签收之日为答复之日',
      ],
    ]
    const rows = wrong.map(([more], n) => past(`错${n}`, more))
    const outcome = await bring(await writePast([...rows, past('对1')], 'csv'))
    const found = new Map(
      outcome.refused.map(({ line, faults }) => [line, faults.map(({ message }) => message).join()]),
    )
    wrong.forEach(([, words], n) => {
      expect([n, found.get(n + 2)]).toEqual([n, expect.stringContaining(words)])
    })
    expect(outcome.made.map(({ number }) => number)).toContain('对1')
    expect(messages(outcome).join()).not.toContain('司马')
  })

  test('表格里的错字、重复的行、认不准的日期，指明行、列和可填的内容', async () => {
    const csv = [
      pastList.heads.slice(0, 13).join(','),
      '甲1,,自然人,,,,,,,,,需签收的邮寄,2024年3月4日',
      '甲1,,自然人,,,,,,,,,需签收的邮寄,2024-03-04',
      '甲2,,个人,,,,,,,,,快递,3/4/2024',
      ',,自然人,,,,,,,,,需签收的邮寄,2024-03-04',
    ].join('\n')
    const { refused, made } = await bring(csv)
    expect(made.map(({ number }) => number)).toEqual(['甲1'])
    expect(refused.map(({ line, faults }) => [line, faults.map(({ column }) => column)])).toEqual([
      [3, ['原登记编号']],
      [4, ['申请人类别', '申请渠道', '到达日期']],
      [5, ['原登记编号']],
    ])
    expect(refused[1]!.faults[1]!.message).toContain('可以填写：当面提交；')
  })

  test('条例§45 导入须经办人提出、负责人确认，不能是同一人', async () => {
    const same = await importApplications(store, {
      organ: here,
      bytes: await writePast([past('四眼')], 'csv'),
      today,
      at,
      importer: head,
      head,
      newId: () => 'x',
    })
    expect(same).toMatchObject({ refused: true, message: expect.stringContaining('同一人') })
  })

  test('个保法§6 导入的申请人与内容也只在密封处；旧联系方式不盖过新的', async () => {
    const { applicant } = submitted(
      await submitApplication(
        store,
        submissionOf('now', {
          applicant: { ...person, name: '司马往年', contact: { phone: '13566667777' } },
        }),
      ),
    )
    await bring(
      await writePast(
        [past('密1', { ...answered('granted'), features: '诸葛采石场旁边', address: '示例县往年巷3号' })],
        'csv',
      ),
    )
    const row = await rowOf('密1')
    expect(row!.applicant).toBe(applicant)
    const [kept, record] = await store.inTransaction(here, async (unit) => [
      await applicationOf(unit, row!.id),
      await unit.vault.open(applicant),
    ])
    expect(kept).toMatchObject({
      features: '诸葛采石场旁边',
      applicant: { name: '司马往年', contact: { phone: '13800000000' } },
    })
    expect(record).toMatchObject({ data: { contact: { phone: '13566667777', address: '示例县往年巷3号' } } })
    for (const [table, text] of Object.entries(await everything(store)))
      for (const secret of ['司马', '诸葛', '往年巷', person.idNumber!, '13566667777'])
        expect([table, text.includes(secret)]).toEqual([table, false])
  })
})

describe('登记簿的格式', () => {
  test('写出再读入，一字不差：XLSX、CSV', async () => {
    for (const list of [await writePast(all, 'xlsx'), await writePast(all, 'csv')]) {
      const grid = await readPastList(list)
      const headed = 'refused' in grid ? grid : headedRows(grid, pastList)
      if (!('rows' in headed)) throw new Error(headed.message)
      expect(headed.rows.map(readPast)).toEqual(all)
    }
  })

  test('任何内容的格子：不抛错，读得懂的写出来还是它', () => {
    const text = fc.oneof(
      fc.constantFrom('2024-03-04', '自然人', '当面提交', '予以公开', '7', '司马往年', ''),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(
        fc.array(text, { minLength: pastColumns.length, maxLength: pastColumns.length }),
        (cells) => {
          const at = (title: string) => cells[pastList.heads.indexOf(title)]
          const read = readPast({ line: 2, at })
          if (isFaults(read)) for (const { message } of read) expect(message).toMatch(/^第 2 行“.+”：/)
          else
            for (const [n, { key, write }] of pastColumns.entries())
              if (cells[n] !== '')
                expect(
                  readPast({
                    line: 2,
                    at: (h) => (h === pastColumns[n]!.head ? write(read[key] as never) : at(h)),
                  }),
                ).toEqual(read)
        },
      ),
    )
  })

  test('公文格式 旧文号的括号、虚位改成现行写法；没有文号的、另类的照实注明', () => {
    const forms: readonly (readonly [string | null, string])[] = [
      ['示水公〔2024〕5号', '示水公〔2024〕5号'],
      ['示水公（2018）第012号', '示水公〔2018〕12号'],
      ['示水公[2019] 3 号', '示水公〔2019〕3号'],
      [null, '无文号〔2024〕1号'],
      ['口头答复', '原文号另注〔2024〕1号'],
    ]
    for (const [letterNo, expected] of forms)
      expect(letterNumberOf({ letterNo }, '2024-03-18')).toBe(expected)
  })
})
