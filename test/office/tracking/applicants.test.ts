/** Deeds to the record of an applicant: seen by act, changed, told, counted, erased by law. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Applicant } from '../../../src/office/applicants/applicant.ts'
import type { ApplicantContext } from '../../../src/office/applicants/applicant-events.ts'
import { erase, eraseIdentityPapers } from '../../../src/office/applicants/erase.ts'
import { maskedApplicants } from '../../../src/office/applicants/masked-applicants.ts'
import { retentionDue, retentionDueWithin } from '../../../src/office/applicants/retention-due.ts'
import { reveal } from '../../../src/office/applicants/reveal.ts'
import type { RevealApplicant } from '../../../src/office/applicants/reveal-applicant.ts'
import { applicantEntry } from '../../../src/office/applicants/sealed.ts'
import { countsOf, volumeOf } from '../../../src/office/applicants/volume.ts'
import type { CaseRow, StoredEvent, Unit, VaultEntry } from '../../../src/office/ports.ts'
import type { Role } from '../../../src/office/requests/index.ts'
import { streamOfApplicant } from '../../../src/office/streams.ts'
import { changeContact, type NewContact } from '../../../src/office/tracking/change-contact.ts'
import { openTracking } from '../../../src/office/tracking/open-tracking.ts'
import { ownWordsEntry } from '../../../src/office/tracking/own-words.ts'
import { renewTracking } from '../../../src/office/tracking/renew-tracking.ts'
import { trackedView } from '../../../src/office/tracking/tracked-view.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { application, here, openHouse, personal } from '../replies/house.ts'
import { momentOf, must, type OfficeWalk, walkOffice } from '../replies/walk-office.ts'
import { person } from './people.ts'
import { employ, outgoing, toOf } from './staffed.ts'

let store: Store
beforeAll(async () => {
  store = await openHouse()
  await employ(store)
})
afterAll(() => store.close())

type Day = ApplicantContext['today']
const today: Day = '2026-03-02'
const as = (role: Role, on = today): ApplicantContext => ({
  today: on,
  actor: { id: `staff-${role}`, role, scope: 'organ' },
})
const deed = (role: Role, on = today) => ({ organ: here, context: as(role, on), at: momentOf(on) })
const within = <T>(work: (unit: Unit) => Promise<T>) => store.inTransaction(here, work)
const historyOf = (applicant: string) => within(({ events }) => events.load(streamOfApplicant(applicant)))

/** A request of an applicant with a paper of their own; each number is another person. */
async function receive(
  request: string,
  on: Day,
  n: number,
  more: Partial<Applicant> = {},
): Promise<OfficeWalk> {
  const walked = walkOffice(store, { organ: here, request, today: on })
  const idNumber = `E${String(10_000_000 + n)}`
  const applicant = { ...person, idKind: 'passport', idNumber, name: `示例人${n}`, ...more } as const
  return walked.receive({ ...application, applicant })
}

/** Withdrawn and filed: the shortest way to a closed case. */
const close = async (walked: OfficeWalk, on: Day): Promise<void> => {
  await walked.on(on).act('withdraw', { how: '书面' })
  await walked.archive()
}

describe('个保法§6、§51 查看完整信息', () => {
  const command = (more: Partial<RevealApplicant> = {}): RevealApplicant => ({
    applicant: 'applicant-reveal',
    case: 'reveal',
    fields: ['phone', 'address'],
    purpose: 'service',
    reason: '邮件退回，核对地址',
    ...more,
  })
  beforeAll(() => receive('reveal', today, 1))

  test('先留痕，后打开：只给所要的项目；日志只有编号、项目、目的、理由', async () => {
    const seen = must('reveal', await reveal(store, deed('handler'), command()))
    expect(seen).toEqual({
      refused: false,
      phone: person.contact.phone,
      address: { address: person.contact.address, postcode: person.contact.postcode },
    })
    const events = await historyOf('applicant-reveal')
    expect(events).toMatchObject([{ kind: 'applicantRevealed', actor: 'staff-handler', data: command() }])
    expect(JSON.stringify(events)).not.toContain(person.contact.phone)
  })

  test('事件写在打开保险箱之前：写不进去的，看不到', async () => {
    const order: string[] = []
    const watched = new Proxy(store, {
      get: (target, key) =>
        key === 'inTransaction'
          ? (organ: string, work: (unit: Unit) => Promise<unknown>) =>
              target.inTransaction(organ, (unit) =>
                work({
                  ...unit,
                  events: {
                    load: (stream) => unit.events.load(stream),
                    read: (after, limit) => unit.events.read(after, limit),
                    find: (filter, before, limit) => unit.events.find(filter, before, limit),
                    append: async (stream, expected) => {
                      order.push('append')
                      return { failure: 'conflict', stream, expected, actual: expected + 1 }
                    },
                  },
                  vault: new Proxy(unit.vault, {
                    get: (_, name) => {
                      order.push(String(name))
                      throw new Error('opened')
                    },
                  }),
                }),
              )
          : Reflect.get(target, key),
    })
    expect(await reveal(watched, deed('handler'), command())).toMatchObject({ failure: 'conflict' })
    expect(order).toEqual(['append', 'append', 'append'])
  })

  test('没有权限、超出目的、别人的件、没有的人：不许，也不留下已经查看的记录', async () => {
    const before = (await historyOf('applicant-reveal')).length
    await receive('another', today, 2)
    const codes = [
      await reveal(store, deed('auditAdmin'), command()),
      await reveal(store, deed('handler'), command({ fields: ['idNumber'] })),
      await reveal(store, deed('handler'), command({ case: 'another' })),
      await reveal(store, deed('handler'), command({ case: 'nothing' })),
      await reveal(store, deed('handler'), command({ applicant: 'nobody', case: null })),
    ].map((outcome) => ('code' in outcome ? outcome.code : outcome))
    expect(codes).toEqual(['notPermitted', 'fieldsBeyondPurpose', 'otherCase', 'otherCase', 'unknown'])
    expect((await historyOf('applicant-reveal')).length).toBe(before)
    expect(await historyOf('nobody')).toEqual([])
  })

  test('二十人同时查看，一次不漏地留痕', async () => {
    const before = (await historyOf('applicant-reveal')).length
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => reveal(store, deed('handler'), command({ fields: ['email'] }))),
    )
    const seen = outcomes.filter((outcome) => 'refused' in outcome && !outcome.refused).length
    expect(seen).toBeGreaterThan(0)
    expect((await historyOf('applicant-reveal')).length - before).toBe(seen)
  })

  test('列表的掩码视图一次打开，不留痕；经办人见姓名，其他人不见', async () => {
    const ids = ['applicant-reveal', null, 'applicant-another', 'nobody', 'applicant-reveal']
    const [mine, others] = await within(async (unit) => [
      await maskedApplicants(unit, ids, 'handler'),
      await maskedApplicants(unit, ids, 'others'),
    ])
    expect([...mine!.keys()].toSorted()).toEqual(['applicant-another', 'applicant-reveal'])
    expect(mine!.get('applicant-reveal')).toMatchObject({ name: '示例人1', phone: '138****0000' })
    expect(others!.get('applicant-reveal')).toMatchObject({ name: '示***', email: 'q***@mail.example' })
  })
})

describe('联系方式和查询码', () => {
  const change = (request: string, contact: NewContact, checked: boolean) =>
    changeContact(store, {
      organ: here,
      request,
      contact,
      by: checked ? { actor: as('handler').actor, checked: 'originalPaper' } : null,
      today,
      at: momentOf(today),
    })

  test('条例§29¶2(1) 申请人变更联系方式：原联系方式收到告知；日志只写改了哪几项', async () => {
    await receive('contact', today, 3)
    await outgoing(store)
    expect(await change('contact', { phone: '139 0000 1111', email: null }, false)).toMatchObject({
      refused: false,
      fields: ['phone', 'email'],
    })
    expect((await outgoing(store)).map(toOf).toSorted()).toEqual([
      '13800000000',
      'qian@mail.example',
      'staff-3@water.example',
    ])
    const seen = await trackedView(store, { organ: here, request: 'contact', today })
    expect(seen).toMatchObject({ applicant: { phone: '139****1111', email: null } })
    const [event] = await historyOf('applicant-contact')
    expect(event).toMatchObject({
      kind: 'applicantContactChanged',
      actor: 'applicant-contact',
      data: { fields: ['phone', 'email'], checked: null },
    })
    expect(JSON.stringify(event)).not.toMatch(/1111|139/)
  })

  test('写错的、没有变化的、一项不留的，不改', async () => {
    await receive('kept', today, 4)
    for (const contact of [
      { phone: '12' },
      { email: 'nowhere' },
      { phone: person.contact.phone },
      { phone: null, email: null, address: null, postcode: null },
    ])
      expect(await change('kept', contact, false), JSON.stringify(contact)).toMatchObject({
        code: 'wrongContact',
      })
    expect(await historyOf('applicant-kept')).toEqual([])
  })

  test('另有在办申请的，只凭一件的查询码不能把另一件的文书引到别处；核对身份后由经办人变更', async () => {
    await receive('two-1', today, 5)
    await receive('two-2', today, 5)
    expect(await change('two-1', { phone: '13911111111' }, false)).toMatchObject({ code: 'openElsewhere' })
    expect(await change('two-1', { phone: '13911111111' }, true)).toMatchObject({ refused: false })
    const [event] = await historyOf('applicant-two-1')
    expect(event).toMatchObject({ actor: 'staff-handler', data: { checked: 'originalPaper' } })
    expect(await change('nothing', { phone: '13911111111' }, true)).toMatchObject({ code: 'unknown' })
  })

  test('查询码遗失：核对身份后重设并留痕，原查询码作废，申请人得到告知', async () => {
    const walked = await receive('lost', today, 6)
    await outgoing(store)
    const number = walked.state.number!
    const renew = { organ: here, request: 'lost', secret: 'NEWSECRET-1', today, at: momentOf(today) } as const
    const checked = 'originalPaper'
    expect(await renewTracking(store, { ...renew, checked, actor: as('systemAdmin').actor })).toMatchObject({
      code: 'notPermitted',
    })
    expect(await openTracking(store, here, number, 'SECRET-lost-0000')).toBe('lost')
    must('renew', await renewTracking(store, { ...renew, checked, actor: as('handler').actor }))
    expect(await openTracking(store, here, number, 'SECRET-lost-0000')).toBeNull()
    expect(await openTracking(store, here, number, 'newsecret1')).toBe('lost')
    expect((await outgoing(store)).map(toOf)).toEqual([person.contact.email, person.contact.phone])
    const [event] = await historyOf('applicant-lost')
    expect(event).toMatchObject({ kind: 'trackingRenewed', data: { case: 'lost', checked } })
    const short = { ...renew, checked, actor: as('handler').actor, secret: '1-2-3' } as const
    await expect(renewTracking(store, short)).rejects.toThrow(RangeError)
  })
})

describe('条例§35 申请数量', () => {
  test('同一证件、同名同电话的合并计算，写成一句事实，不作判断', async () => {
    for (const [n, day] of ['2025-12-31', '2026-01-05', '2026-03-02', '2026-03-02'].entries())
      await receive(`volume-${n}`, day as Day, 7)
    const other = { idKind: 'passport', idNumber: 'E99999999', name: '示例人7' } as const
    await receive('volume-other', '2026-03-02', 70, other)
    const volume = await within((unit) => volumeOf(unit, 'applicant-volume-0', '2026-03-02'))
    expect(volume).toMatchObject({
      total: 5,
      inYear: 4,
      inMonth: 3,
      inTwelveMonths: 5,
      open: 5,
      firstOn: '2025-12-31',
      perhaps: true,
      months: [
        { month: '2026-03', count: 3 },
        { month: '2026-01', count: 1 },
        { month: '2025-12', count: 1 },
      ],
    })
    expect(volume.says).toBe(
      '截至2026年3月2日，申请人向本机关提出的政府信息公开申请，本月3件，本年4件，近十二个月5件，累计5件，其中5件正在办理。',
    )
    expect(volume.says).not.toMatch(/过多|明显|合理|滥用/)
  })

  test('以所问之日为准：其后的不计，十二个月的首日不计', () => {
    const row = (arrivedOn: Day, closedOn: Day | null = null) => ({ arrivedOn, closedOn }) as CaseRow
    const rows = [row('2025-03-02'), row('2025-03-03', '2025-04-01'), row('2026-03-02'), row('2026-03-03')]
    expect(countsOf(rows, '2026-03-02')).toMatchObject({ total: 3, inTwelveMonths: 2, inYear: 1, open: 2 })
    expect(countsOf([], '2026-03-02')).toMatchObject({ total: 0, firstOn: null, months: [] })
  })
})

describe('个保法§47 到期删除', () => {
  const blob = async (text: string) =>
    within(({ blobs }) => blobs.put(new TextEncoder().encode(text), 'text/plain', momentOf(today)))
  const paperOf = (id: string, text: string) => ({
    id,
    name: `${id}.txt`,
    bytes: new TextEncoder().encode(text),
  })

  /** Closed in 2014, kept for ten years: to be erased from 2025 on. */
  async function old(request: string, n: number, shared = false): Promise<void> {
    const walked = walkOffice(store, { organ: here, request, today: '2014-03-03' })
    await walked.receive({
      ...application,
      applicant: { ...person, idKind: 'passport', idNumber: `E${20_000_000 + n}`, name: `示例旧人${n}` },
      papers: [
        { ...paperOf(`${request}-id`, `证件${n}`), as: 'identity' },
        { ...paperOf(`${request}-shared`, shared ? '同一份材料' : `材料${n}`), as: 'evidence' },
      ],
    })
    await within(({ vault }) =>
      vault.put(ownWordsEntry(`${request}-words`, 'suggestion', { request, text: '建议' }), momentOf(today)),
    )
    await close(walked, '2014-03-10')
  }

  test('条例§45 案卷保管期满的次日起列出；证件复印件办结满一年即列出', async () => {
    await old('old-1', 1)
    const papersDue = { applicant: 'applicant-old-1', what: 'identityPapers', cases: ['old-1'] } as const
    expect(await retentionDue(store, here, '2015-03-10')).toEqual([])
    expect(await retentionDue(store, here, '2015-03-11')).toEqual([{ ...papersDue, since: '2015-03-11' }])
    expect(await retentionDue(store, here, '2024-12-31')).toMatchObject([papersDue])
    expect(await retentionDue(store, here, '2025-01-01')).toEqual([
      { applicant: 'applicant-old-1', what: 'record', since: '2025-01-01', cases: ['old-1'] },
    ])
  })

  test('每日只看近几日到期的，与逐日比较全部所得相同', async () => {
    const found = new Map<string, Day>()
    for (const [day, after] of [
      ['2015-03-09', '2015-02-01'],
      ['2015-03-20', '2015-03-09'],
      ['2020-07-01', '2020-06-01'],
      ['2024-12-31', '2024-12-01'],
      ['2025-01-03', '2024-12-31'],
      ['2025-02-03', '2025-01-03'],
    ] as const)
      for (const { what, since } of await within((unit) => retentionDueWithin(unit, day, after)))
        found.set(what, since)
    expect([...found]).toEqual([
      ['identityPapers', '2015-03-11'],
      ['record', '2025-01-01'],
    ])
  })

  test('证件复印件到期，先行删除：记录还在，复印件没有了，也不再列出', async () => {
    await old('old-2', 2)
    const on: Day = '2016-01-04'
    expect(await eraseIdentityPapers(store, deed('handler', on), 'applicant-old-2')).toMatchObject({
      code: 'notPermitted',
    })
    expect(
      await eraseIdentityPapers(store, deed('securityAdmin', '2015-03-10'), 'applicant-old-2'),
    ).toMatchObject({
      code: 'notDue',
    })
    const done = must(
      'papers',
      await eraseIdentityPapers(store, deed('securityAdmin', on), 'applicant-old-2'),
    )
    expect(done).toMatchObject({ papers: 1, entries: 1 })
    const { hash } = await blob('证件2')
    const left = await within(async ({ vault, events }) => ({
      record: ((await vault.open('applicant-old-2')) as VaultEntry).data,
      paper: await vault.open('old-2-id'),
      other: await vault.open('old-2-shared'),
      events: await events.load(streamOfApplicant('applicant-old-2')),
    }))
    expect(left.record).toMatchObject({ idPaper: null, name: '示例旧人2' })
    expect(left.paper).toMatchObject({ failure: 'erased' })
    expect(left.other).toMatchObject({ kind: 'paper' })
    expect(left.events).toMatchObject([{ kind: 'identityPapersErased', data: { papers: [hash] } }])
    const due = await retentionDue(store, here, '2016-01-05')
    expect(due.map(({ applicant }) => applicant)).toEqual(['applicant-old-1'])
  })

  test('期满删除：记录、申请、所写、材料、回执都没有了，别人也交过的材料留着；日志和链条完整', async () => {
    await old('old-3', 3, true)
    await old('old-4', 4, true)
    const command = { applicant: 'applicant-old-3', ground: 'termOver', reason: '案卷保管期限已满' } as const
    const on: Day = '2025-01-02'
    expect(await erase(store, deed('head', on), command)).toMatchObject({ code: 'notPermitted' })
    const done = must('erase', await erase(store, deed('securityAdmin', on), command))
    expect(done).toMatchObject({ became: { how: 'erased' }, papers: 1 })
    const gone = [
      'applicant-old-3',
      'application-old-3',
      'tracking-old-3',
      'old-3-words',
      'old-3-id',
      'old-3-shared',
    ]
    const [left, kept, letters] = await within(async ({ vault, events }) => [
      await vault.openMany(gone),
      await vault.open('old-4-shared'),
      ((await events.load('request/old-3')) as readonly StoredEvent[])
        .filter(({ kind }) => kind === 'letterIssued')
        .map(({ data }) => (data as { letter: string }).letter),
    ])
    for (const id of gone) expect(left.get(id), id).toMatchObject({ failure: 'erased' })
    expect(letters.length).toBeGreaterThan(0)
    const opened = await within(({ vault }) => vault.openMany(letters))
    for (const entry of opened.values()) expect(entry).toMatchObject({ failure: 'erased' })
    expect(kept).toMatchObject({ kind: 'paper' })
    const { hash } = (kept as unknown as { data: { hash: string } }).data
    expect(await within(({ blobs }) => blobs.info(hash))).toMatchObject({ hash })
    expect(await erase(store, deed('securityAdmin', on), command)).toMatchObject({ code: 'erased' })
    expect(await trackedView(store, { organ: here, request: 'old-3', today: on })).toMatchObject({
      applicant: null,
    })
    expect((await retentionDue(store, here, on)).map(({ applicant }) => applicant)).not.toContain(
      'applicant-old-3',
    )
  })

  test('保管期未满的只作限制：不再使用，但不删除；在办的、复议未结的不动', async () => {
    await receive('fresh', today, 8)
    const command = { ground: 'consentWithdrawn', reason: '申请人书面撤回同意' } as const
    const eraseOf = (applicant: string, on: Day) =>
      erase(store, deed('securityAdmin', on), { applicant, ...command })
    expect(await eraseOf('applicant-fresh', today)).toMatchObject({ code: 'stillNeeded' })
    const walked = await receive('short', today, 9)
    await close(walked, '2026-03-10')
    expect(await eraseOf('applicant-short', '2026-03-11')).toMatchObject({
      became: { how: 'restricted', until: '2036-12-31' },
      entries: 0,
    })
    const record = await within(({ vault }) => vault.open('applicant-short'))
    expect(record).toMatchObject({ kind: 'applicant' })
    expect(await eraseOf('nobody', today)).toMatchObject({ code: 'unknown' })
  })

  test('机关可以另定证件复印件的保存月数', async () => {
    await old('old-5', 5)
    await within(({ settings }) =>
      settings.set('retention', { identityPaperMonths: 60 }, { actor: 'staff-9', at: momentOf(today) }),
    )
    const due = await retentionDue(store, here, '2016-01-05')
    expect(due.map(({ applicant }) => applicant)).not.toContain('applicant-old-5')
    const later = await retentionDue(store, here, '2019-03-11')
    expect(later.find(({ applicant }) => applicant === 'applicant-old-5')).toMatchObject({
      since: '2019-03-11',
    })
  })

  test('日志中没有任何人的个人信息，链条完整', async () => {
    const log = JSON.stringify(await within(({ events }) => events.read(0, 100_000)))
    const words = [...personal, person.contact.email!, person.contact.address!, '示例人', '示例旧人', 'E1000']
    expect(words.filter((word) => log.includes(word))).toEqual([])
    const { faults } = await verify(store, here)
    expect(faults.filter(({ kind }) => kind !== 'staffDiffers')).toEqual([])
  })
})

test('一人的记录不是另一种记录', async () => {
  await within(({ vault }) =>
    vault.put({ ...applicantEntry('odd', person), kind: 'content' }, momentOf(today)),
  )
  expect((await within((unit) => maskedApplicants(unit, ['odd'], 'handler'))).size).toBe(0)
})
