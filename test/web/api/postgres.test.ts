/** The core of the API on a real PostgreSQL server, where requests truly run at the same time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../../src/store/verify.ts'
import { startCluster } from '../../store/support/cluster.ts'
import { type House, openHouse, organs, staffId } from './support/house.ts'
import { person, wish } from './support/people.ts'
import { answered, at, registered } from './support/walk.ts'

const cluster = await startCluster()
const start = '2026-03-02'

function suite(): void {
  if (typeof cluster === 'string') return
  let house: House
  beforeAll(async () => {
    house = await openHouse({ place: await cluster.create() })
  })
  afterAll(async () => {
    await house.close()
    await cluster.stop()
  })

  test('条例§36(2) 从登记到归档', async () => {
    const walk = await registered(house, start)
    await answered(walk, 'granted')
    await walk.do('archive', { retention: 'years10', fileNo: '2026-公开-1' })
    expect((await walk.read()).body).toMatchObject({ status: 'archived', disposition: 'granted' })
  })

  test('五十人同时办同一版本，一人办成', async () => {
    const walk = await registered(house, start)
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) => walk.attempt('annotate', { text: `第${n}条备注。` })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(409)])
  })

  test('同一个幂等键的二十次提交只办一次', async () => {
    const walk = await registered(house, start)
    const headers = { 'if-match': `"${walk.version}"`, 'idempotency-key': 'the-same-key' }
    const body = { text: '一次。' }
    const attempt = () =>
      house.ask(staffId('handler'), 'POST', at(`requests/${walk.id}/annotate`), { body, headers })
    const replies = await Promise.all(Array.from({ length: 20 }, attempt))
    expect(new Set(replies.map(({ raw }) => raw.toString())).size).toBe(1)
    expect((await walk.read()).body.version).toBe(walk.version + 1)
  })

  test('同时提出的申请，编号不重不漏，重发的得到同样的编号', async () => {
    const apply = (n: number) =>
      house.ask(null, 'POST', at('applications'), {
        body: { applicant: { ...person, idNumber: null }, content: { ...wish, docNo: `示发〔2025〕${n}号` } },
        headers: { 'idempotency-key': `application-${n % 15}` },
      })
    const replies = await Promise.all(Array.from({ length: 15 }, (_, n) => apply(n)))
    const again = await Promise.all(Array.from({ length: 15 }, (_, n) => apply(n)))
    const numbers = replies.map(({ body }) => Number(/\d+$/.exec(body.number)![0])).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i))
    expect(again.map(({ body }) => body)).toEqual(replies.map(({ body }) => body))
  })

  test('办理记录完整', async () => {
    expect((await verify(house.store, organs.water)).faults).toEqual([])
  })
}

if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => test('', () => {}))
else describe('PostgreSQL', suite)
