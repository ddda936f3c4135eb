/** Who may see what, as a matrix: every role, every relation of organs, every kind of thing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, permissions, type Role } from '../../../src/office/requests/permissions.ts'
import { grantableRoles } from '../../../src/office/staff/rules.ts'
import {
  type GuardedThing,
  mayRead,
  organsInSight,
  type Sight,
  sightOf,
  staffViewer,
  type Viewer,
  type Visible,
} from '../../../src/office/visibility.ts'
import type { Store } from '../../../src/store/store.ts'
import { by } from '../../store/support/office.ts'
import { enter, house, member, superiors } from './house.ts'

const everyOrgan = Object.keys(superiors)
const caseAt = (organ: string) => `case-${organ}`

/** One thing of each sort at an organ, by a name for the test report. */
const thingsAt = (organ: string): Readonly<Record<string, Visible>> => {
  const at = { organ, request: caseAt(organ) }
  const letter = { kind: 'letter', ...at, consultation: null } as const
  const paper = { kind: 'paper', ...at, consultation: null, sent: false } as const
  return {
    案件: { kind: 'request', ...at },
    申请人掩码: { kind: 'applicant', ...at, whole: false },
    申请人全文: { kind: 'applicant', ...at, whole: true },
    征求意见: { kind: 'consultation', ...at, consultation: 'c1' },
    答复文书: { ...letter, to: 'applicant', sent: true },
    未发文书: { ...letter, to: 'applicant', sent: false },
    第三方文书: { ...letter, to: 'thirdParty', sent: true, consultation: 'c1' },
    申请材料: { ...paper, purpose: 'application', from: 'applicant' },
    办理材料: { ...paper, purpose: 'record', from: 'office' },
    随附文件: { ...paper, purpose: 'enclosure', from: 'office' },
    已发随附文件: { ...paper, purpose: 'enclosure', from: 'office', sent: true },
    第三方证明: { ...paper, purpose: 'evidence', from: 'thirdParty', consultation: 'c1' },
    案件列表: { kind: 'requests', organ },
    统计: { kind: 'board', organ },
    导出: { kind: 'export', organ },
    日志: { kind: 'log', organ },
    审读的年报: { kind: 'examinedReports', organ },
    同事: { kind: 'colleagues', organ },
    人员名册: { kind: 'staff', organ },
    设置: { kind: 'settings', organ },
    模板: { kind: 'templates', organ },
    文件列表: { kind: 'documents', organ },
    未公开文件: { kind: 'document', organ, part: 'page', shown: null },
    撤下文件的正文: { kind: 'document', organ, part: 'content', shown: 'tombstone' },
    机关信息: { kind: 'organ', organ },
    已公开信息: { kind: 'published', organ },
    公开文件的正文: { kind: 'document', organ, part: 'content', shown: 'whole' },
    撤下说明: { kind: 'document', organ, part: 'page', shown: 'tombstone' },
  }
}
const names = Object.keys(thingsAt('county'))
const open = ['机关信息', '已公开信息', '公开文件的正文', '撤下说明']

/** The permission that each thing stands behind, written down here a second time on purpose. */
const behind: Readonly<Record<string, Action>> = {
  案件: 'readRequest',
  申请人掩码: 'readRequest',
  申请人全文: 'revealApplicant',
  征求意见: 'readRequest',
  答复文书: 'revealApplicant',
  未发文书: 'revealApplicant',
  第三方文书: 'revealApplicant',
  申请材料: 'revealApplicant',
  办理材料: 'revealApplicant',
  随附文件: 'readRequest',
  已发随附文件: 'readRequest',
  第三方证明: 'revealApplicant',
  案件列表: 'readRequest',
  统计: 'readBoard',
  导出: 'exportRequests',
  日志: 'readLog',
  审读的年报: 'examineReports',
  同事: 'readRequest',
  人员名册: 'manageStaff',
  设置: 'manageSettings',
  模板: 'manageTemplates',
  文件列表: 'readDocuments',
  未公开文件: 'readDocuments',
  撤下文件的正文: 'readDocuments',
}

describe('个保法§6、§51 谁能看到什么', () => {
  let store: Store
  /** Somebody of the county with each role there; looked at from every organ. */
  const viewers = new Map<string, Viewer>()
  const seen = (role: Role, organ: string, name: string): Sight =>
    sightOf(viewers.get(`${role} ${organ}`)!, thingsAt(organ)[name]!)

  beforeAll(async () => {
    store = await house()
    for (const role of grantableRoles) {
      await enter(store, member(role, 'county'), { organ: 'county', role })
      for (const organ of everyOrgan) viewers.set(`${role} ${organ}`, await staffViewer(store, role, organ))
    }
    for (const organ of everyOrgan)
      await store.inTransaction(organ, ({ events }) =>
        events.append(`request/${caseAt(organ)}`, 0, [intake], by),
      )
  }, 60_000)
  afterAll(() => store.close())

  test('要紧的几行，逐行写明', () => {
    const rows: readonly (readonly [Role, string, string, Sight])[] = [
      ['handler', 'county', '案件', 'seen'],
      ['handler', 'county', '申请人全文', 'seen'],
      ['handler', 'county', '导出', 'forbidden'],
      ['handler', 'county', '日志', 'forbidden'],
      ['handler', 'town', '案件', 'absent'],
      ['handler', 'city', '案件', 'absent'],
      ['handler', 'county2', '案件', 'absent'],
      ['head', 'town', '统计', 'absent'],
      ['reviewer', 'county', '导出', 'seen'],
      ['authority', 'county', '案件', 'seen'],
      ['authority', 'town', '案件', 'seen'],
      ['authority', 'town', '申请人掩码', 'seen'],
      ['authority', 'town', '申请人全文', 'absent'],
      ['authority', 'county', '申请人全文', 'forbidden'],
      ['authority', 'town', '答复文书', 'absent'],
      ['authority', 'town', '申请材料', 'absent'],
      ['authority', 'town', '随附文件', 'seen'],
      ['authority', 'town', '导出', 'absent'],
      ['authority', 'town2', '案件', 'absent'],
      ['systemAdmin', 'county', '案件', 'forbidden'],
      ['systemAdmin', 'county', '人员名册', 'forbidden'],
      ['systemAdmin', 'town', '案件', 'absent'],
      ['securityAdmin', 'county', '案件', 'forbidden'],
      ['securityAdmin', 'town', '人员名册', 'seen'],
      ['securityAdmin', 'county', '日志', 'forbidden'],
      ['auditAdmin', 'town', '日志', 'seen'],
      ['auditAdmin', 'county', '申请人掩码', 'forbidden'],
      ['auditAdmin', 'county2', '日志', 'absent'],
      ['auditAdmin', 'city', '机关信息', 'seen'],
    ]
    for (const [role, organ, name, sight] of rows)
      expect(seen(role, organ, name), `${role} ${organ} ${name}`).toBe(sight)
  })

  test('每个身份、每个机关、每类事物：与权限表一致；上级和同级机关的事物一律“没有”', () => {
    const scopes: Readonly<Record<string, 'organ' | 'subordinate'>> = { county: 'organ', town: 'subordinate' }
    for (const role of grantableRoles)
      for (const organ of everyOrgan)
        for (const name of names) {
          const scope = scopes[organ]
          const permitted = permissions.some(
            (row) => row.role === role && row.action === behind[name] && row.scope === scope,
          )
          const otherwise = scope === 'organ' ? 'forbidden' : 'absent'
          const expected = open.includes(name) || permitted ? 'seen' : otherwise
          expect(seen(role, organ, name), `${role} ${organ} ${name}`).toBe(expected)
        }
  })

  test('在一个机关的身份，看不到另一个机关的事物', () => {
    for (const role of grantableRoles)
      for (const organ of everyOrgan.filter((each) => each !== 'county'))
        for (const name of names.filter((each) => !open.includes(each)))
          expect(sightOf(viewers.get(`${role} county`)!, thingsAt(organ)[name]!)).toBe('absent')
  })

  test('列表上有的，恰是逐件看得到的', async () => {
    for (const role of grantableRoles) {
      const organs = (await organsInSight(store, role, 'requests')).map(({ id }) => id)
      const { rows } = await store.board.list({ organs }, { limit: 100 })
      const oneByOne = everyOrgan.filter((organ) => seen(role, organ, '案件') === 'seen')
      expect(rows.map(({ id }) => id).toSorted(), role).toEqual(oneByOne.map(caseAt).toSorted())
    }
  })

  test('每类机关事物，汇总所及的机关恰是逐个看得到的机关', async () => {
    const kinds: Readonly<Record<GuardedThing, string>> = {
      requests: '案件列表',
      documents: '文件列表',
      board: '统计',
      export: '导出',
      log: '日志',
      examinedReports: '审读的年报',
      colleagues: '同事',
      staff: '人员名册',
      settings: '设置',
      templates: '模板',
    }
    for (const [kind, name] of Object.entries(kinds) as [GuardedThing, string][])
      for (const role of grantableRoles) {
        const listed = (await organsInSight(store, role, kind)).map(({ id }) => id)
        const oneByOne = everyOrgan.filter((organ) => seen(role, organ, name) === 'seen')
        expect(listed.toSorted(), `${role} ${kind}`).toEqual(oneByOne.toSorted())
      }
  })

  test('停用、没有身份的人，只看得到对所有人公开的', async () => {
    await enter(store, member('gone', 'county', { suspended: true }), { organ: 'county', role: 'head' })
    await enter(store, member('plain', 'county'))
    for (const id of ['gone', 'plain', 'nobody']) {
      const viewer = await staffViewer(store, id, 'county')
      const visible = names.filter((name) => mayRead(viewer, thingsAt('county')[name]!))
      expect(visible, id).toEqual(open)
      expect(await organsInSight(store, id, 'requests')).toEqual([])
    }
  })
})

describe('条例§29、§32 外面的人', () => {
  const visibleTo = (viewer: Viewer, organ = 'county') =>
    names.filter((name) => mayRead(viewer, thingsAt(organ)[name]!))

  test('公众只看公开的', () => {
    expect(visibleTo({ kind: 'public' })).toEqual(open)
  })

  const applicant = { kind: 'applicant', organ: 'county', request: caseAt('county') } as const
  const thirdParty = { ...applicant, kind: 'thirdParty', consultation: 'c1' } as const

  test('申请人看自己的申请、发给自己的文书、自己交的和随附的文件；个人信息仍是掩码', () => {
    expect(visibleTo(applicant)).toEqual([
      '案件',
      '申请人掩码',
      '答复文书',
      '申请材料',
      '已发随附文件',
      ...open,
    ])
  })

  test('第三方看征求自己意见的事项、发给自己的文书、自己交的文件；看不到谁在申请', () => {
    expect(visibleTo(thirdParty)).toEqual(['征求意见', '第三方文书', '第三方证明', ...open])
  })

  test('别的申请、别的机关、别的征求意见，一律“没有”，不是“禁止”', () => {
    const others: readonly Viewer[] = [
      { ...applicant, request: 'case-other' },
      { ...applicant, organ: 'city' },
      { ...thirdParty, request: 'case-other' },
      { ...thirdParty, organ: 'city' },
      { ...thirdParty, consultation: 'c2' },
    ]
    for (const viewer of others) {
      expect(visibleTo(viewer)).toEqual(open)
      for (const name of names.filter((each) => !open.includes(each)))
        expect(sightOf(viewer, thingsAt('county')[name]!)).toBe('absent')
    }
    expect(visibleTo(applicant, 'town')).toEqual(open)
  })
})

const intake = {
  kind: 'intakeRecorded',
  on: '2026-11-20',
  data: {
    number: '2026-1',
    variant: 'disclosure',
    applicant: 'vault-1',
    applicantKind: 'natural',
    channel: 'inPerson',
    misaddressed: false,
    unreachable: false,
    oralBecause: null,
  },
} as const
