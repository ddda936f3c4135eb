/** What the system administrator looks after: the machine, messages that did not leave, number series, words of letters. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Configuration, readConfiguration } from '../../../src/configuration.ts'
import { installationOf } from '../../../src/installation.ts'
import { JobRuns } from '../../../src/store/job-runs.ts'
import { type House, openHouse, organs, staffId } from './support/house.ts'
import { answered, at, registered } from './support/walk.ts'

const now = '2026-11-22T01:00:00.000Z'

let folder = ''
let first: House
/** On the same database, with the machine to be looked at. */
let house: House
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-installation-'))
  first = await openHouse()
  const configuration = readConfiguration({ GONGKAI_DATA: folder, BACKUP_FOLDER: folder }) as Configuration
  const installation = () =>
    installationOf({ store: first.store, configuration, carriers: [], now: () => now })
  house = await openHouse({ beside: first, parts: { installation } })
})
afterAll(async () => {
  await house?.close()
  await first?.close()
  await rm(folder, { recursive: true, force: true })
})

const above = (method: string, path: string, body?: object) =>
  house.ask(staffId('systemAdmin', 'county'), method, `organs/${organs.county}/${path}`, body && { body })
const ask = (role: Parameters<typeof staffId>[0], method: string, path: string, body?: object) =>
  house.ask(staffId(role), method, at(path), body && { body })

describe('运行', () => {
  const checks = async () => {
    const { status, body } = await above('GET', 'installation')
    expect(status).toBe(200)
    const rows = body.checks as readonly {
      name: string
      ok: boolean
      detail: string
      remedy: string | null
    }[]
    return Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]))
  }

  test('只有最高一级机关的系统管理员可以看', async () => {
    expect((await ask('systemAdmin', 'GET', 'installation')).status).toBe(403)
    const audit = staffId('auditAdmin', 'county')
    expect((await house.ask(audit, 'GET', `organs/${organs.county}/installation`)).status).toBe(403)
    const bare = await first.ask(
      staffId('systemAdmin', 'county'),
      'GET',
      `organs/${organs.county}/installation`,
    )
    expect(bare.status).toBe(501)
  })

  test('不正常的各写明怎么办，正常的不写；备份、校验点按文件的时间', async () => {
    const before = await checks()
    for (const [name, { ok, remedy }] of Object.entries(before)) expect(remedy === null, name).toBe(ok)
    expect(before).toMatchObject({
      数据库: { ok: true },
      最近一次备份: { ok: false, detail: '还没有备份' },
      日志校验点: { ok: false, detail: '还没有校验点' },
      发送渠道: { ok: false },
    })
    await writeFile(join(folder, 'gongkai-2026-11-22.jsonl'), 'x')
    await writeFile(join(folder, 'gongkai-of-somebody-else.jsonl'), 'x')
    await writeFile(join(folder, 'checkpoints.jsonl'), '')
    const after = await checks()
    expect(after.日志校验点!.detail).not.toBe(before.日志校验点!.detail)
    expect(after.最近一次备份!.detail).toMatch(/^\d{4}年\d+月\d+日，1 MB$/)
  })

  test('每日任务各列最近一天，出错的说明', async () => {
    const runs = new JobRuns(first.store)
    const run = (job: string, organ: string) => ({ job, organ, day: '2026-11-22' as const })
    for (const each of [run('sweep', organs.county), run('sweep', organs.water), run('backup', '')])
      await runs.claim(each, now, '2026-11-22T01:10:00.000Z')
    await runs.done(run('sweep', organs.county), now)
    await runs.failed(run('backup', ''), 'ENOSPC', '2026-11-22T01:10:00.000Z')
    const { body } = await above('GET', 'installation')
    expect(body.jobs).toContainEqual(
      expect.objectContaining({ caption: '每日巡查和提醒', runs: 2, done: 1, error: null }),
    )
    expect(body.jobs).toContainEqual(expect.objectContaining({ caption: '备份', done: 0, error: 'ENOSPC' }))
  })

  test('未能发出的消息列出原因，不含内容；放回后重新发送，不能放回两次', async () => {
    const message = { id: 'm1', topic: 'sms', payload: { to: '19900000000' }, notBefore: now }
    const put = await first.store.inTransaction(organs.water, ({ outbox }) => outbox.put(message, now))
    expect(put).toBe(true)
    const retry = () => above('POST', 'installation/messages', { organ: organs.water, id: 'm1' })
    expect(await retry()).toMatchObject({ status: 409, body: { type: 'urn:gongkai:failure:notGivenUp' } })
    const { dispatch } = first.store
    await dispatch.claim(now, '2026-11-22T01:05:00.000Z', 10, 'sms')
    await dispatch.failed(organs.water, 'm1', 'gateway', null)
    const failed = async () => (await above('GET', 'installation')).body.failed
    expect(await failed()).toEqual([
      { organ: organs.water, id: 'm1', topic: 'sms', at: now, attempts: 1, error: 'gateway' },
    ])
    expect((await checks()).待发消息).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('重新发送'),
    })

    const below = await ask('systemAdmin', 'POST', 'installation/messages', { organ: organs.water, id: 'm1' })
    expect(below.status).toBe(403)
    house.on('2026-11-23')
    expect((await retry()).status).toBe(200)
    expect(await failed()).toEqual([])
    expect((await retry()).status).toBe(409)
    const claimed = await dispatch.claim('2026-11-23T02:00:00.000Z', '2026-11-23T02:05:00.000Z', 10, 'sms')
    expect(claimed).toMatchObject([{ id: 'm1', attempt: 1, payload: message.payload }])
  })
})

describe('编号', () => {
  test('各序列连续发出：已发出几个、下一个、作废的和理由；没有缺号', async () => {
    await answered(await registered(house, '2026-05-06'), 'petition')
    await registered(house, '2026-05-07')
    const series = async (year = '') =>
      (await ask('systemAdmin', 'GET', `numbers${year}`)).body as {
        readonly year: number
        // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
        readonly rows: readonly any[]
      }
    const { year, rows } = await series()
    expect(year).toBe(2026)
    expect(rows[0]).toMatchObject({ kinds: ['申请登记编号'], issued: 2, next: '2026-3', missing: [] })
    const letter = rows.slice(1).find(({ issued }) => issued > 0)
    expect(letter).toMatchObject({ missing: [], voided: [] })
    expect(letter.next).toContain(String(letter.issued + 1))

    const spoilt = { kind: letter.key, year: 2026 }
    await first.store.inTransaction(organs.water, async ({ numbers }) => {
      expect(await numbers.voided(spoilt, 1, '打印错误', now)).toBe(true)
    })
    const again = (await series()).rows.find(({ key }) => key === letter.key)
    expect(again).toMatchObject({ issued: letter.issued, next: letter.next, missing: [] })
    expect(again.voided).toMatchObject([{ at: now, reason: '打印错误' }])
    expect((await series('?year=2025')).rows[0]).toMatchObject({ issued: 0, next: '2025-1' })
    expect((await ask('systemAdmin', 'GET', 'numbers?year=26')).status).toBe(400)
    expect((await ask('auditAdmin', 'GET', 'numbers')).status).toBe(403)
  })
})

describe('文书的正文', () => {
  test('条例§30 预览按填写的正文印出，缺了法律要求写明的逐项说明，不保存', async () => {
    const preview = (text: string, kind = 'correctionNotice') =>
      ask('systemAdmin', 'POST', `templates/${kind}/preview`, { text })
    const listed = (await ask('systemAdmin', 'GET', 'templates')).body.rows
    const row = listed.find(({ kind }: { kind: string }) => kind === 'correctionNotice')
    const whole = await preview(`${row.text}\n如有疑问，请来电。`)
    expect(whole.body.problems).toEqual([])
    expect(JSON.stringify(whole.body.letter)).toContain('如有疑问，请来电。')
    expect(JSON.stringify(whole.body.letter)).not.toContain('{{')
    const poor = await preview('请补正。')
    expect([poor.status, poor.body.problems.length > 0]).toEqual([200, true])
    expect((await preview('x', 'nothing')).status).toBe(404)
    expect(
      (await ask('auditAdmin', 'POST', 'templates/correctionNotice/preview', { text: 'x' })).status,
    ).toBe(403)
    expect((await ask('systemAdmin', 'GET', 'templates/correctionNotice/versions')).body.rows).toEqual([])
  })

  test('改动、恢复各留一条记录，最近的在前', async () => {
    const one = 'templates/correctionNotice'
    const { rows } = (await ask('head', 'GET', 'templates')).body
    const { text } = rows.find(({ kind }: { kind: string }) => kind === 'correctionNotice')
    house.on('2026-11-24')
    const saved = await ask('systemAdmin', 'PUT', one, { text: `${text}\n请来电。` })
    expect(saved.status).toBe(200)
    house.on('2026-11-25')
    expect((await ask('head', 'DELETE', one)).status).toBe(200)
    expect((await ask('systemAdmin', 'GET', `${one}/versions`)).body.rows).toEqual([
      { at: '2026-11-25T01:00:00.000Z', by: '某工作人员', text: null },
      { at: '2026-11-24T01:00:00.000Z', by: '某工作人员', text: `${text}\n请来电。` },
    ])
  })
})
