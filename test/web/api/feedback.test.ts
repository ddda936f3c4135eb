/** What people outside say of the service and of the pages, and who may read it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse, organs, staffId } from './support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const here = `organs/${organs.water}`
const text = '传真号码少了一位，我的电话是13900000000。'

describe('条例§12 页面上的差错', () => {
  test('谁都可以指出；内容密封，只有本机关可以阅看和处理', async () => {
    const told = await house.ask(null, 'POST', `${here}/fault-reports`, { body: { page: 'contact', text } })
    expect(told.status).toBe(200)
    const blank = await house.ask(null, 'POST', `${here}/fault-reports`, {
      body: { page: 'contact', text: ' ' },
    })
    expect(blank.status).toBe(400)

    const read = async () => (await house.ask(staffId('handler'), 'GET', `${here}/feedback`)).body.reports
    const [report] = await read()
    expect(report).toMatchObject({ page: 'contact', text, reach: null, settled: null })
    const path = `${here}/fault-reports/${report.report}/settlement`
    const body = { reportedOn: report.on, how: '已经更正' }
    expect((await house.ask(staffId('handler'), 'POST', path, { body })).status).toBe(200)
    expect((await read())[0].settled).toMatchObject({ how: '已经更正' })
    const nowhere = path.replace(report.report, 'nothing')
    expect((await house.ask(staffId('handler'), 'POST', nowhere, { body })).status).toBe(404)
    expect((await house.ask(staffId('authority'), 'GET', `${here}/feedback`)).status).toBe(403)
  })
})
