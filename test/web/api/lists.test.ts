/** The list of cases: a number looked for, filters kept, the list taken out; and a board that counts what it lists. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, staffId } from './support/house.ts'
import { at, person, registered } from './support/walk.ts'

const handler = staffId('handler')
const reviewer = staffId('reviewer')
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const get = (path: string, who = handler) => house.ask(who, 'GET', at(path))

test('登记编号和文号都找得到该件；没有的说没有', async () => {
  const walk = await registered(house, '2026-03-02')
  const { number, letters } = (await walk.read()).body
  const found = (text: string) =>
    house.ask(handler, 'POST', at('requests/search'), { body: { number: text } })
  expect((await found(number)).body).toEqual({ request: walk.id })
  expect((await found(letters[0].letterNo)).body).toEqual({ request: walk.id })
  expect((await found(`${number}9999`)).body).toEqual({ request: null })
  const part = await get(`requests?numbered=${encodeURIComponent(number.slice(1))}`)
  expect(part.body.rows.map(({ id }: { id: string }) => id)).toContain(walk.id)
})

test('保存的筛选只有本人看得到；同名替换，可以删除；名称中没有个人信息', async () => {
  const save = (name: string, filter: object) =>
    house.ask(handler, 'POST', at('views'), { body: { name, filter } })
  expect((await save('在办的', { open: 'true' })).status).toBe(200)
  expect((await save('在办的', { open: 'true', status: 'handling' })).status).toBe(200)
  const { rows } = (await get('views')).body
  expect(rows).toMatchObject([{ name: '在办的', filter: { open: 'true', status: ['handling'] } }])
  expect((await get('views', reviewer)).body.rows).toEqual([])
  expect((await save('电话13911112222', {})).status).toBe(422)
  expect((await save('其他', { unknown: 'x' })).status).toBe(400)
  const remove = (who: string) => house.ask(who, 'DELETE', at(`views/${rows[0].id}`))
  expect((await remove(reviewer)).status).toBe(404)
  expect((await remove(handler)).status).toBe(200)
  expect((await get('views')).body.rows).toEqual([])
})

test('清单由有导出权限的人取出，没有申请人和申请内容', async () => {
  const walk = await registered(house, '2026-03-02')
  const path = `exports/requests?format=csv&id=${walk.id}`
  expect((await get(path)).status).toBe(403)
  const csv = (await get(path, reviewer)).raw.toString()
  const { number } = (await walk.read()).body
  expect(csv.split('\r\n')[1]).toContain(number)
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  expect(csv).not.toContain(person.name)
})

test('看板上的数，就是打开的列表的件数', async () => {
  await registered(house, '2026-03-02')
  const { body } = await get('board')
  const lists = {
    open: 'requests?open=true',
    overdue: 'board/due?kind=overdue',
    soon: 'board/due?kind=soon',
    dueToday: 'board/due?kind=soon&days=0',
    unassigned: 'requests?open=true&handler=',
    mentioned: 'requests?mentioned=me',
  } as const
  for (const [name, path] of Object.entries(lists)) {
    const { rows } = (await get(`${path}${path.includes('?') ? '&' : '?'}limit=200`)).body
    expect(body[name], name).toBe(rows.length)
  }
})
