import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Grant } from '../../../src/office/ports.ts'
import { type Action, may, permissions, type Role, roles } from '../../../src/office/requests/permissions.ts'
import {
  actorFor,
  lineOf,
  organsFor,
  standingFor,
  standingsAmong,
  standingsAt,
} from '../../../src/office/staff/access.ts'
import type { Store } from '../../../src/store/store.ts'
import { enter, house, member, superiors } from './house.ts'

const everyOrgan = Object.keys(superiors)
const everyRole = Object.keys(roles) as Role[]
const everyAction = [...new Set(permissions.map(({ action }) => action))]

describe('条例§4 在哪个机关、以什么身份', () => {
  let store: Store
  beforeAll(async () => {
    store = await house()
    await enter(
      store,
      member('mixed', 'county'),
      { organ: 'county', role: 'head' },
      { organ: 'county', role: 'handler' },
      { organ: 'city', role: 'authority' },
    )
    for (const role of everyRole) await enter(store, member(role, 'county'), { organ: 'county', role })
  }, 60_000)
  afterAll(() => store.close())

  test('本机关的身份、上级机关授予的身份，自低向高排列', async () => {
    expect(await standingsAt(store, 'mixed', 'county')).toEqual([
      { role: 'handler', scope: 'organ' },
      { role: 'head', scope: 'organ' },
      { role: 'authority', scope: 'subordinate' },
    ])
    expect(await standingsAt(store, 'mixed', 'town')).toEqual([
      { role: 'handler', scope: 'subordinate' },
      { role: 'head', scope: 'subordinate' },
      { role: 'authority', scope: 'subordinate' },
    ])
    expect(await standingsAt(store, 'mixed', 'county2')).toEqual([
      { role: 'authority', scope: 'subordinate' },
    ])
    expect(await standingsAt(store, 'mixed', 'city')).toEqual([{ role: 'authority', scope: 'organ' }])
  })

  test('下级、同级机关的身份，对上级、同级机关什么都不是', async () => {
    for (const organ of ['city', 'county2', 'town2'])
      expect(await standingsAt(store, 'auditAdmin', organ), organ).toEqual([])
  })

  test('没有的人、没有的机关、停用的人，没有任何身份', async () => {
    await enter(store, member('gone', 'county', { suspended: true }), { organ: 'county', role: 'head' })
    expect(await standingsAt(store, 'gone', 'county')).toEqual([])
    expect(await standingsAt(store, 'nobody', 'county')).toEqual([])
    expect(await standingsAt(store, 'mixed', 'nowhere')).toEqual([])
    expect(await organsFor(store, 'gone', 'readRequest')).toEqual([])
  })

  test('一件事以够用的最低身份办理', () => {
    const standings = standingsAmong(
      [
        { staff: 'x', organ: 'county', role: 'head' },
        { staff: 'x', organ: 'county', role: 'handler' },
      ] satisfies Grant[],
      ['county', 'city'],
    )
    expect(actorFor('x', standings, 'draft')).toEqual({ id: 'x', role: 'handler', scope: 'organ' })
    expect(actorFor('x', standings, 'approve')).toEqual({ id: 'x', role: 'head', scope: 'organ' })
    expect(actorFor('x', standings, 'readLog')).toBeNull()
  })

  test('列表所及的机关，恰是逐个机关查得权限的机关：每个身份、每项权限、每个机关', async () => {
    const standings = new Map<string, Awaited<ReturnType<typeof standingsAt>>>()
    for (const who of [...everyRole, 'mixed'])
      for (const organ of everyOrgan) standings.set(`${who} ${organ}`, await standingsAt(store, who, organ))
    for (const who of [...everyRole, 'mixed'])
      for (const action of everyAction) {
        const listed = (await organsFor(store, who, action)).map(({ id }) => id).toSorted()
        const permitted = everyOrgan.filter((organ) => standingFor(standings.get(`${who} ${organ}`)!, action))
        expect(listed, `${who} ${action}`).toEqual(permitted.toSorted())
      }
  })

  test('身份不增权限：每一身份所许的，权限表上都有', async () => {
    for (const role of everyRole)
      for (const organ of everyOrgan) {
        const standings = await standingsAt(store, role, organ)
        for (const action of everyAction as Action[]) {
          const standing = standingFor(standings, action)
          if (standing !== null) expect(may(standing.role, action, standing.scope)).toBe(true)
          const inTable =
            (organ === 'county' && may(role, action, 'organ')) ||
            (organ === 'town' && may(role, action, 'subordinate'))
          expect(standing !== null, `${role} ${action} ${organ}`).toBe(inTable)
        }
      }
  })

  test('由近及远的上级', async () => {
    expect(await lineOf(store.organs, 'town2')).toEqual(['town2', 'county2', 'city'])
    expect(await lineOf(store.organs, 'nowhere')).toEqual([])
  })
})
