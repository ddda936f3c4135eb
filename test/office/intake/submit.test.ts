/** Applications coming in by every channel, from whomever, with whatever is wanting in them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Channel, channels } from '../../../src/law/receipt.ts'
import { applicantIn } from '../../../src/office/applicants/sealed.ts'
import { handleRequest } from '../../../src/office/handling/handle-request.ts'
import { applicationOf } from '../../../src/office/intake/application.ts'
import { hintsOf } from '../../../src/office/intake/hints-of-request.ts'
import { requestNumbering } from '../../../src/office/intake/registration-number.ts'
import {
  type Submission,
  type Submitted,
  submitApplication,
} from '../../../src/office/intake/submit-application.ts'
import type { Unit } from '../../../src/office/ports.ts'
import { streamOfApplicant, streamOfRequest } from '../../../src/office/streams.ts'
import { findTracked } from '../../../src/office/tracking/tracking-key.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import {
  another,
  at,
  bytesOf,
  changed,
  contextOf,
  everything,
  here,
  openOffice,
  person,
  sha256,
  submissionOf,
  submitted,
  today,
  wishFor,
} from './support.ts'

let store: Store
let counter = 0

beforeAll(async () => {
  store = await openOffice()
})
afterAll(() => store.close())

const reading = <T>(read: (unit: Unit) => Promise<T>) => store.inTransaction(here, read)

const submit = async (more: Partial<Submission> = {}): Promise<Submitted> =>
  submitted(
    await submitApplication(store, submissionOf(`s${++counter}`, { applicant: another(counter), ...more })),
  )

const refusal = async (more: Partial<Submission>) => {
  const before = await everything(store)
  const outcome = await submitApplication(
    store,
    submissionOf(`s${++counter}`, { applicant: another(counter), ...more }),
  )
  expect(outcome).toMatchObject({ refused: true, message: expect.stringMatching(/[\u4e00-\u9fff]{4}/) })
  expect(await changed(store, before)).toEqual([])
  return outcome as { code: string; message: string; cites: readonly string[] }
}

const recordOf = (id: string) =>
  reading(async ({ vault }) => {
    const entry = await vault.open(id)
    return entry === null || 'failure' in entry ? null : applicantIn(entry)
  })

const eventsOf = (request: string) => reading(({ events }) => events.load(streamOfRequest(request)))

describe('渠道', () => {
  test('条例§31 各渠道登记：当面、需签收的邮寄即为收到，其余待双方确认', async () => {
    const expected: Readonly<Record<Channel, string | null>> = {
      inPerson: today,
      oral: today,
      registeredPost: today,
      ordinaryPost: null,
      online: null,
      fax: null,
      email: null,
    }
    for (const channel of Object.keys(channels) as Channel[]) {
      const { receivedOn, due, number } = await submit({
        channel,
        ...(channel === 'oral' && { oralBecause: '申请人年事已高，不能书写。' }),
        ...(channel === 'registeredPost' && { posting: { carrier: '邮政企业', number: 'XA00000000111' } }),
      })
      expect([channel, receivedOn, due === null]).toEqual([
        channel,
        expected[channel],
        expected[channel] === null,
      ])
      const row = await reading(({ cases }) => cases.byNumber(number))
      expect(row).toMatchObject({ channel, receivedOn, due })
    }
  })

  test('条例§31(3) 当日已与申请人确认的，期限自确认之日起算', async () => {
    const { receivedOn, due, dueFirm, clock } = await submit({ channel: 'email', confirmedOn: today })
    expect({ receivedOn, due, dueFirm }).toEqual({ receivedOn: today, due: '2026-03-30', dueFirm: true })
    expect(clock.steps.length).toBeGreaterThan(0)
  })

  test('条例§29¶1 口头申请须写明书写困难的说明；说明不得写姓名、电话', async () => {
    expect((await refusal({ channel: 'oral' })).code).toBe('incomplete')
    const named = { channel: 'oral', applicant: { ...person, name: '欧阳示例' } } as const
    const named1 = await refusal({ ...named, oralBecause: '欧阳示例老人不识字' })
    const named2 = await refusal({ ...named, oralBecause: '请拨13911112222' })
    expect([named1.code, named2.code]).toEqual(['personalData', 'personalData'])
    expect(named1.message).not.toContain('欧阳')
  })

  test('接收渠道函 指南未开通的渠道收到的，照常登记并注明', async () => {
    const { request, warnings } = await submit({ channel: 'fax' })
    expect(warnings.map(({ code }) => code)).toContain('channelNotOpened')
    const events = await eventsOf(request)
    expect(events.at(-1)).toMatchObject({ kind: 'annotated', actor: 'system' })
    const online = await submit({ channel: 'online' })
    expect(online.warnings.map(({ code }) => code)).not.toContain('channelNotOpened')
  })

  test('条例§31 申请人网上提交的，只能是当日、互联网渠道，不得自行确认', async () => {
    const self = { context: contextOf('applicant'), channel: 'online' } as const
    const { request, receivedOn, applicant } = await submit(self)
    expect(receivedOn).toBeNull()
    expect((await eventsOf(request)).every(({ actor }) => actor === applicant)).toBe(true)
    for (const more of [
      { channel: 'inPerson' },
      { arrivedOn: '2026-02-27' },
      { confirmedOn: today },
      { misaddressed: true },
    ] as const)
      expect((await refusal({ ...self, ...more })).code).toBe('wrongChannel')
  })

  test('条例§31 未来的日期、早于到达的确认不登记', async () => {
    expect((await refusal({ arrivedOn: '2026-03-03' })).code).toBe('future')
    expect((await refusal({ channel: 'fax', confirmedOn: '2026-03-01' })).code).toBe('tooEarly')
  })

  test('条例§4 没有登记权限的角色不能登记', async () => {
    expect((await refusal({ context: contextOf('auditAdmin') })).code).toBe('notPermitted')
  })
})

describe('编号', () => {
  test('条例§45 编号逐件连续，按本机关设定的格式；已有的编号跳过并留痕', async () => {
    const first = (await submit()).number
    const next = Number(first.split('-')[1]) + 1
    await submit() // next
    await reading(({ settings }) =>
      settings.set(requestNumbering.setting, '{代字}{类型}〔{年}〕{序号}号', { actor: 'x', at }),
    )
    expect((await submit()).number).toBe(`示水申〔2026〕${next + 1}号`)
    await reading(({ settings }) =>
      settings.set(requestNumbering.setting, requestNumbering.pattern, { actor: 'x', at }),
    )
    await handleRequest(store, {
      organ: here,
      request: 'old',
      action: 'receive',
      command: {
        number: `2026-${next + 2}`,
        applicant: 'v',
        applicantKind: 'natural',
        channel: 'inPerson',
        arrivedOn: today,
      },
      context: contextOf(),
      at,
    })
    expect((await submit()).number).toBe(`2026-${next + 3}`)
    expect(requestNumbering.check('{年}')).toMatch('序号')
  })
})

describe('申请人', () => {
  test('条例§29¶2(1) 同一证件是同一申请人：一份记录，联系方式更新', async () => {
    const first = await submit({ applicant: person })
    const moved = {
      ...person,
      idNumber: `${person.idNumber!.slice(0, 6)} ${person.idNumber!.slice(6)}`,
      contact: { phone: '13700000000' },
    }
    const second = await submit({ applicant: moved, content: wishFor('另一份文件') })
    expect(second.applicant).toBe(first.applicant)
    expect((await recordOf(first.applicant))?.contact).toEqual({
      phone: '13700000000',
      email: 'ouyang@mail.example',
      address: '示例县示例镇幸福路88号',
      postcode: null,
    })
    const kept = await reading((unit) => applicationOf(unit, first.request))
    expect(kept).toMatchObject({
      title: '示例县水库除险加固工程的批复',
      applicant: { contact: { phone: '13800000000' } },
    })
  })

  test('个保法§51 未经核实的网上提交，不能改走他人在办件的联系方式，也看不到他人的申请', async () => {
    const victim = another(901, '李示范')
    const real = await submit({ applicant: victim, content: wishFor('东山村征地补偿安置方案') })
    const self = {
      context: contextOf('applicant'),
      channel: 'online',
      content: wishFor('东山村征地补偿安置方案'),
    } as const
    const stranger = { ...victim, contact: { phone: '13611110000', address: '别处1号' } }
    const forged = await submit({ ...self, applicant: stranger })
    expect(forged.applicant).toBe(real.applicant)
    expect(forged.duplicates).toEqual([])
    expect(forged.warnings.map(({ code }) => code)).not.toContain('contactDiffers')
    expect((await recordOf(real.applicant))?.contact).toMatchObject({
      phone: victim.contact!.phone,
      address: '别处1号',
    })
    expect((await eventsOf(forged.request)).at(-1)).toMatchObject({ kind: 'annotated' })
    const renamed = await submit({ ...self, applicant: { ...victim, name: '王冒名' } })
    expect(renamed.applicant).not.toBe(real.applicant)
    const proved = await submit({ ...self, applicant: stranger, identified: true })
    expect(proved.duplicates).toHaveLength(2)
    expect((await recordOf(real.applicant))?.contact.phone).toBe('13611110000')
  })

  test('个保法§47 只作保存的记录不再使用，另立新的记录；删除的不再找到', async () => {
    const gone = another(902)
    const first = await submit({ applicant: gone })
    await reading(({ events }) =>
      events.append(
        streamOfApplicant(first.applicant),
        0,
        [
          {
            kind: 'applicantRestricted',
            on: today,
            data: { applicant: first.applicant, ground: 'purposeMet', until: null, reason: '期限' },
          },
        ],
        { actor: 'staff', at },
      ),
    )
    const second = await submit({ applicant: gone })
    expect(second.applicant).not.toBe(first.applicant)
    await reading(({ vault }) => vault.erase(second.applicant, at))
    const third = await submit({ applicant: gone })
    expect([first.applicant, second.applicant]).not.toContain(third.applicant)
  })

  test('没有证件号码的，各立一份；同名同电话的只作提示', async () => {
    const { idNumber: _, ...unproved } = another(903, '赵示例')
    const first = await submit({ applicant: unproved, content: wishFor('采砂规划') })
    const second = await submit({ applicant: unproved, content: wishFor('采砂规划') })
    expect(second.applicant).not.toBe(first.applicant)
    expect(second.duplicates.map(({ request }) => request)).toEqual([first.request])
    expect(second.shortcomings.map(({ requirement }) => requirement)).toEqual(['identity'])
  })
})

describe('内容', () => {
  test('条例§30 缺什么列什么，一次列全，但照常登记', async () => {
    const { shortcomings, receivedOn } = await submit({ applicant: { kind: 'natural' }, content: {} })
    expect(shortcomings.map(({ requirement }) => requirement)).toEqual([
      'name',
      'identity',
      'contact',
      'description',
      'form',
    ])
    expect(receivedOn).toBe(today)
  })

  test('条例§29¶2(1) 身份证明的复印件随申请提交，即不缺身份证明；材料入卷', async () => {
    const bytes = bytesOf('居民身份证复印件')
    const { idNumber: _, ...unproved } = another(904)
    const { shortcomings, request, applicant } = await submit({
      applicant: unproved,
      papers: [
        { id: 'pap-1', bytes: bytesOf('补充说明'), name: '说明.txt' },
        { id: 'pap-2', bytes, name: '身份证.txt', as: 'identity' },
        { id: 'pap-3', bytes, name: '再来一次.txt' },
      ],
    })
    expect(shortcomings).toEqual([])
    expect((await recordOf(applicant))?.idPaper).toBe(sha256(bytes))
    const added = (await eventsOf(request)).filter(({ kind }) => kind === 'paperAdded')
    expect(added.map(({ data }) => (data as { purpose: string }).purpose)).toEqual([
      'application',
      'application',
    ])
  })

  test('涉密材料随申请提交的，整件不登记，说明原因', async () => {
    const papers = [{ id: 'pap-9', bytes: bytesOf('绝密★启用前\n内容'), name: '甲.txt' }]
    expect((await refusal({ papers })).code).toBe('classified')
  })

  test('条例§41 要求更正记录的，写明不准确之处并提供证据；没有答复期限', async () => {
    const correction = { variant: 'recordCorrection', title: '本人的低保登记' } as const
    const bare = await submit({ content: correction })
    expect(bare.shortcomings.map(({ cites }) => cites.at(-1))).toEqual(['条例§41', '条例§41'])
    expect(bare.due).toBeNull()
    const full = await submit({
      content: { ...correction, inaccuracy: '家庭人口应为三人' },
      papers: [{ id: 'pap-10', bytes: bytesOf('户口簿'), name: '户口簿.txt', as: 'evidence' }],
    })
    expect(full.shortcomings).toEqual([])
  })

  test('条例§36(6) 相同内容的申请只作提示，连同可以确认的依据，不自动拒绝', async () => {
    const applicant = another(905)
    const first = await submit({ applicant, content: wishFor('示例镇2024年临时救助名单') })
    const again = await submit({ applicant, content: wishFor('2024年示例鎮臨時救助名單') })
    expect(again.duplicates).toMatchObject([
      {
        request: first.request,
        number: first.number,
        suggests: { action: 'confirmDuplicate', command: { earlier: first.request } },
      },
    ])
    const other = await submit({ applicant, content: wishFor('2023年示例镇临时救助名单') })
    expect(other.duplicates).toEqual([])
    const somebodyElse = await submit({
      applicant: another(906),
      content: wishFor('示例镇2024年临时救助名单'),
    })
    expect(somebodyElse.duplicates).toEqual([])
  })

  test('条例§30、36(6) 网上提交、当时无人在场的，登记后同样看得到缺项、重复和来件性质的提示', async () => {
    const applicant = another(907)
    const before = await submit({ applicant, content: wishFor('示例河采砂规划') })
    const self = { context: contextOf('applicant'), channel: 'online' } as const
    const content = { title: '示例河采砂规划' }
    const { request, duplicates, shortcomings } = await submit({ ...self, applicant, content })
    expect(duplicates).toEqual([])
    const hints = await reading((unit) => hintsOf(unit, request))
    expect(hints?.duplicates.map((each) => each.request)).toEqual([before.request])
    expect(hints?.shortcomings).toEqual(shortcomings)
    expect(shortcomings.map(({ requirement }) => requirement)).toEqual(['form'])
    expect(hints?.triage).toBeNull()
    expect(await reading((unit) => hintsOf(unit, 'nowhere'))).toBeNull()
  })

  test('条例§39¶1 像信访、咨询、投诉的只作提示', async () => {
    const { triage } = await submit({ content: { features: '实名举报某工厂夜间偷排污水' } })
    expect(triage).toMatchObject({ matter: 'complaint', words: ['实名举报'] })
    expect((await submit()).triage).toBeNull()
  })

  test('写不下的内容不登记，指明是哪一项', async () => {
    const { message } = await refusal({ content: { features: '长'.repeat(5001) } })
    expect(message).toMatch(/^“其他特征性描述”超过 5000 字/)
    expect((await refusal({ applicant: { kind: 'natural', name: '长'.repeat(1001) } })).code).toBe('tooLong')
  })
})

describe('查询', () => {
  test('条例§29 凭编号和查询码找到自己的申请，码不明文保存', async () => {
    const { request, number, secret } = await submit()
    const found = await reading((unit) => findTracked(unit, ` ${number} `, secret.toLowerCase()))
    const wrong = await reading((unit) => findTracked(unit, number, 'SECRET-00000000'))
    expect([found, wrong]).toEqual([request, null])
    for (const text of Object.values(await everything(store))) expect(text).not.toContain(secret)
  })

  test('太短的查询码是程序的错', async () => {
    await expect(submitApplication(store, submissionOf('x', { secret: 'a-b' }))).rejects.toThrow('secret')
  })
})

test('日志、台账、编号彼此一致', async () => {
  const { faults, cases } = await verify(store, here)
  expect(faults).toEqual([])
  expect(cases).toBeGreaterThan(20)
})
