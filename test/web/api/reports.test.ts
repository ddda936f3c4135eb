/** A report that others published, over the API: put in, read, corrected, matched, handed out, taken out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../formats/make-zip.ts'
import { formOf } from './support/form.ts'
import { type House, openHouse, organs, staffId } from './support/house.ts'

const example = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../examples', name)))

const clean = example('10-bureau-2025-clean.md')
const handler = staffId('handler')
const here = `organs/${organs.water}/reports`

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const put = (files: readonly (readonly [name: string, bytes: Uint8Array])[], who = handler) =>
  house.ask(who, 'POST', here, formOf(files.map(([file, value]) => ({ name: 'files', file, value }))))
const get = (path: string, who = handler) =>
  house.ask(who, 'GET', /^(?:$|\?)/.test(path) ? here + path : `${here}/${path}`)
const post = (path: string, body: object, headers = {}) =>
  house.ask(handler, 'POST', `${here}/${path}`, { body, headers })

describe('年报格式（国办公开办函〔2021〕30号）审读他处发布的年度报告', () => {
  let id = ''

  test('一次收存多份，压缩包逐份收存，相同的只收一次，收不下的说明原因', async () => {
    const zip = zipOf([
      { name: Buffer.from('年报/甲.md'), bytes: clean },
      { name: Buffer.from('年报/乙.txt'), bytes: example('03-township-2019-rules.txt') },
    ])
    const { status, body } = await put([
      ['示例县水利局年报.md', clean],
      ['各单位.zip', zip],
      ['空.txt', new Uint8Array()],
      ['坏.zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ])
    expect(status).toBe(201)
    expect(
      body.kept.map(({ name, state, already }: Record<string, unknown>) => [name, state, already]),
    ).toEqual([
      ['示例县水利局年报.md', 'waiting', false],
      ['年报-甲.md', 'waiting', true],
      ['年报-乙.txt', 'waiting', false],
    ])
    expect(body.kept[1].id).toBe(body.kept[0].id)
    expect(body.refused.map(({ name }: { name: string }) => name)).toEqual(['空.txt', '坏.zip'])
    for (const { problem } of body.refused) expect(problem).toMatch(/。$/)
    id = body.kept[0].id
    const before = await get(id)
    expect(before.body).toMatchObject({
      reading: null,
      report: null,
      source: null,
      row: { state: 'waiting' },
    })
    expect((await get('?state=waiting')).body.rows).toHaveLength(2)
  })

  test('读取后有读数、位置和核对结果，原文件逐字节不变', async () => {
    expect(await house.readAll()).toBe(2)
    const { status, body, headers } = await get(id)
    expect(status).toBe(200)
    expect(headers.etag).toBe(`"${body.row.version}"`)
    expect(body.row).toMatchObject({ state: 'read', confirmed: false, corrections: 0, readings: 1 })
    expect(body.row.cells.read).toBeGreaterThan(100)
    expect(body.readings).toMatchObject([{ number: 1, kind: 'machine', by: 'system', reason: null }])
    expect(body.report.year).toBe(body.row.year)
    expect(body.source.truncated).toBe(false)
    expect(body.source.blocks.length).toBeGreaterThan(10)
    const original = await get(`${id}/original`)
    expect(new Uint8Array(original.raw)).toEqual(clean)
    expect(original.headers['content-type']).toBe('application/octet-stream')
    expect(original.headers['content-disposition']).toMatch(/^attachment;/)
    expect(
      (
        await house.ask(handler, 'GET', `${here}/${id}`, {
          headers: { 'if-none-match': headers.etag as string },
        })
      ).status,
    ).toBe(304)
  })

  test('更正记为本人的一次读数，要有理由，原来的读数仍可取得', async () => {
    const { body: before, headers } = await get(id)
    const key = 'requests/received@natural'
    const was = before.report.cells.find((cell: { key: string }) => cell.key === key).value
    const cells = { [key]: was + 1 }
    const seen = { 'if-match': headers.etag as string }
    expect((await post(`${id}/corrections`, { cells, reason: ' ' }, seen)).status).toBe(400)
    expect((await post(`${id}/corrections`, { cells, reason: '原件为此数' })).status).toBe(428)
    const withNumber = { cells, reason: '张某身份证11010519491231002X' }
    expect((await post(`${id}/corrections`, withNumber, seen)).body.type).toBe(
      'urn:gongkai:refusal:personalData',
    )
    for (const [bad, code] of [
      [{}, 'noCells'],
      [{ 'requests/nothing@natural': 1 }, 'unknownCell'],
      [{ [key]: was }, 'sameCells'],
    ] as const)
      expect((await post(`${id}/corrections`, { cells: bad, reason: '核对原件' }, seen)).body).toMatchObject({
        status: 422,
        type: `urn:gongkai:refusal:${code}`,
      })
    const done = await post(`${id}/corrections`, { cells, reason: '原件为此数' }, seen)
    expect(done.status).toBe(200)
    expect(done.body.row).toMatchObject({ corrections: 1, readings: 2 })
    expect((await post(`${id}/corrections`, { cells, reason: '再改' }, seen)).status).toBe(409)
    const after = (await get(id)).body
    expect(after.readings[1]).toMatchObject({
      number: 2,
      kind: 'correction',
      by: handler,
      reason: '原件为此数',
      base: 1,
      cells,
    })
    const value = (view: typeof after) =>
      view.report.cells.find((cell: { key: string }) => cell.key === key).value
    expect([value(after), value((await get(`${id}?reading=1`)).body)]).toEqual([was + 1, was])
    // A sum that was right before is wrong now, and said so at the cell.
    expect(after.findings.length).toBeGreaterThan(before.findings.length)
    expect(after.row.findings.error).toBeGreaterThan(before.row.findings.error)
    expect((await get(`${id}?reading=9`)).status).toBe(404)
  })

  test('确认机关和年度；名录外的机关写名称；不得选上级机关', async () => {
    expect((await post(`${id}/match`, { organ: organs.county, year: 2025 })).status).toBe(422)
    expect((await post(`${id}/match`, { organ: null, organName: ' ', year: 2025 })).status).toBe(422)
    expect(
      (await post(`${id}/match`, { organ: null, organName: '示例市水利局', year: 2024 })).body.row,
    ).toMatchObject({
      confirmed: true,
      organ: null,
      organName: '示例市水利局',
      year: 2024,
    })
    await post(`${id}/match`, { organ: organs.water, organName: '随便', year: 2025 })
    const rows = async (query: string) => (await get(query)).body.rows.map((row: { id: string }) => row.id)
    expect(await rows(`?about=${organs.water}&year=2025`)).toEqual([id])
    expect(await rows('?year=2024')).toEqual([])
    expect(await rows('?q=%E6%B0%B4%E5%88%A9')).toContain(id)
    expect(await rows('?q=%25')).toEqual([])
  })

  test('以各种格式导出', async () => {
    for (const format of ['html', 'docx', 'pdf', 'xlsx', 'csv', 'md', 'json']) {
      const { status, raw, headers } = await get(`${id}/export/${format}`)
      expect([format, status]).toEqual([format, 200])
      expect(raw.length).toBeGreaterThan(500)
      expect(headers['content-disposition']).toMatch(/^attachment;/)
    }
    expect((await get(`${id}/export/exe`)).status).toBe(400)
  })

  test('重新读取得到新的读数，更正过的仍在', async () => {
    expect((await post(`${id}/readings`, {})).body.row).toMatchObject({ state: 'waiting', readings: 2 })
    expect((await post(`${id}/readings`, {})).status).toBe(409)
    await house.readAll()
    expect((await get(id)).body.row).toMatchObject({
      state: 'read',
      corrections: 0,
      readings: 3,
      confirmed: true,
    })
  })

  test('读不出来的说明原因，仍可下载；撤下的不再显示，可以重新收存', async () => {
    const { body } = await put([
      ['照片.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ])
    await house.readAll()
    const [{ id: picture }] = body.kept
    const seen = (await get(picture)).body
    expect(seen.row.state).toBe('unread')
    expect(seen.refusal.message).toMatch(/。$/)
    expect((await get(`${picture}/export/json`)).status).toBe(409)
    expect((await get(`${picture}/original`)).status).toBe(200)
    const withdraw = () => post(`${picture}/withdraw`, { reason: '误传' })
    expect((await withdraw()).status).toBe(200)
    for (const path of [picture, `${picture}/original`]) expect((await get(path)).status).toBe(404)
    expect((await withdraw()).status).toBe(404)
    expect((await get('')).body.rows.map((row: { id: string }) => row.id)).not.toContain(picture)
    const again = await put([
      ['照片.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ])
    expect(again.body.kept[0].already).toBe(false)
  })

  test('翻页不重不漏；别的机关看不到', async () => {
    const first = (await get('?limit=1')).body
    const second = (await get(`?limit=1&after=${encodeURIComponent(first.next)}`)).body
    const all = (await get('')).body.rows.map((row: { id: string }) => row.id)
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.slice(0, 2))
    const elsewhere = staffId('handler', 'mountain')
    expect((await house.ask(elsewhere, 'GET', `${here}/${id}`)).status).toBe(404)
    expect((await house.ask(elsewhere, 'GET', `organs/${organs.mountain}/reports/${id}`)).status).toBe(404)
    expect((await house.ask(elsewhere, 'GET', `organs/${organs.mountain}/reports`)).body.rows).toEqual([])
  })
})
