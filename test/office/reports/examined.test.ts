/** What becomes of reports that are put in: kept once, read whatever befalls the reader, never lost. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { notShared } from '../../../src/office/applicants/kept-of-cases.ts'
import { readAnnualReport } from '../../../src/office/reports/annual/read-report.ts'
import { correctCells } from '../../../src/office/reports/examined/correct-cells.ts'
import type { Kept } from '../../../src/office/reports/examined/keep-sources.ts'
import { keepSources } from '../../../src/office/reports/examined/keep-sources.ts'
import { matchReport } from '../../../src/office/reports/examined/match-report.ts'
import { openOriginal, openReading, openSource } from '../../../src/office/reports/examined/open-source.ts'
import { readAgain } from '../../../src/office/reports/examined/read-again.ts'
import { readWaiting } from '../../../src/office/reports/examined/read-waiting.ts'
import { findingsOf } from '../../../src/office/reports/examined/reading.ts'
import { type ReadingJob, readingJobs } from '../../../src/office/reports/examined/reading-jobs.ts'
import { type ReadingRoom, readingRoom } from '../../../src/office/reports/examined/reading-room.ts'
import { reportsOfYear } from '../../../src/office/reports/examined/reports-of-year.ts'
import { withdrawSource } from '../../../src/office/reports/examined/withdraw-source.ts'
import { WorkerPool } from '../../../src/reader/formats/worker-pool.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { write } from '../../../src/writer/write.ts'
import { makeZip, zipOf } from '../../formats/make-zip.ts'
import { haveSamples, samplesIn } from '../../reader/truth.ts'
import { open, organ } from '../../store/support/office.ts'
import { numbered } from '../../writer/reports.ts'

const crashingModule = new URL('./support/crashing-worker.ts', import.meta.url)

const on: Day = '2026-03-02'
const by = { actor: 'staff-1', at: '2026-03-02T01:00:00.000Z' }
const now = () => '2026-03-02T02:00:00.000Z'

let store: Store
let made = 0
const rooms: ReadingRoom[] = []
const room = (module?: URL) => {
  const opened = readingRoom(2, module)
  rooms.push(opened)
  return opened
}
beforeAll(async () => {
  store = await open(':memory:')
})
afterAll(async () => {
  for (const each of rooms) await each.close()
  await store.close()
})

const fresh = async (into = store): Promise<string> => {
  const id = `organ-${++made}`
  await into.organs.put(organ(id))
  return id
}

const put = (
  at: string,
  files: Readonly<Record<string, Uint8Array>>,
  into = store,
  unpack: Pick<ReadingRoom, 'unpack'> = readingJobs,
) =>
  keepSources(into, {
    ...{ organ: at, by, on, newId: () => `report-${++made}`, room: unpack },
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
  })

const rowsAt = async (at: string, from = store) =>
  (await from.examined.list({ organs: [at] }, { limit: 200 })).rows

const report = (year: number, name = '示例县水利局') =>
  write({ ...numbered('2021'), organ: { name, kind: 'department' }, year }, 'md')

describe('收存', () => {
  test('同时收到两份相同的文件，只收存一份', async () => {
    const at = await fresh()
    const bytes = await report(2025)
    const both = await Promise.all([put(at, { '甲.md': bytes }), put(at, { '乙.md': bytes })])
    const [one, two] = both.map(({ kept }) => kept[0]!) as [Kept, Kept]
    expect(one.id).toBe(two.id)
    expect([one.already, two.already].sort()).toEqual([false, true])
    expect(await rowsAt(at)).toHaveLength(1)
  })

  test('不同机关各收各的', async () => {
    const bytes = await report(2025)
    const [here, there] = [await fresh(), await fresh()]
    await put(here, { '甲.md': bytes })
    expect((await put(there, { '甲.md': bytes })).kept[0]!.already).toBe(false)
  })

  test('个保法§47 同样内容的材料被删除时，收存的年报不随之删除', async () => {
    const at = await fresh()
    const { kept } = await put(at, { '甲.md': await report(2025) })
    const alone = await store.inTransaction(at, async (unit) => {
      const { source } = (await openSource(unit, kept[0]!.id))!
      return notShared(unit, [source.hash, 'f'.repeat(64)], { paperEntries: [] })
    })
    expect(alone).toEqual(['f'.repeat(64)])
  })

  test('文件名不进日志', async () => {
    const at = await fresh()
    await put(at, { '张三李四的报告.md': await report(2025) })
    await readWaiting(store, { room: readingJobs, now })
    const events = await store.inTransaction(at, (unit) => unit.events.read(0, 100))
    expect(events.map(({ kind }) => kind)).toEqual(['sourceKept', 'reportRead'])
    expect(JSON.stringify(events)).not.toContain('张三')
  })
})

describe('读取', () => {
  test('读取程序因一份文件崩溃、抛错，只有那一份标为未能读取', async () => {
    const at = await fresh()
    const bytes = await report(2025)
    const named = (name: string, n: number) => [name, Buffer.concat([bytes, Buffer.alloc(n, '\n')])] as const
    const names = ['exit.md', 'throw.md', 'uncaught.md', '甲.md', '乙.md', '丙.md']
    await put(at, Object.fromEntries(names.map(named)))
    const crashing = room(crashingModule)
    expect(await readWaiting(store, { room: crashing, now })).toBe(6)
    const states = Object.fromEntries(
      await store.inTransaction(at, async (unit) =>
        Promise.all(
          (await rowsAtWithin(unit, at)).map(async ({ id }) => {
            const { name, source } = (await openSource(unit, id))!
            return [name, source.refusal?.code ?? source.state]
          }),
        ),
      ),
    )
    expect(states).toEqual({
      ...{ 'exit.md': 'damaged', 'throw.md': 'damaged', 'uncaught.md': 'damaged' },
      ...{ '甲.md': 'read', '乙.md': 'read', '丙.md': 'read' },
    })
    const log = JSON.stringify(await store.inTransaction(at, (unit) => unit.events.read(0, 100)))
    expect(log).not.toContain('text of the document')
  }, 60_000)

  test('耗尽内存、超过时限的，换一个工作线程接着做', async () => {
    const pool = new WorkerPool<ReadingJob>({ module: crashingModule, most: 1, megabytes: 64 })
    const job = (name: string, seconds: number) =>
      pool.run('read', { name, bytes: new Uint8Array() }, seconds)
    const outcomes = await Promise.all([job('memory', 60), job('endless', 1), job('甲.md', 60)])
    expect(outcomes.map((outcome) => outcome.ok || outcome.reason)).toEqual(['memory', 'timeout', true])
    const last = job('endless', 60)
    await pool.close()
    expect([await last, await job('甲.md', 1)]).toMatchObject([{ reason: 'closed' }, { reason: 'closed' }])
  }, 60_000)

  test('停机时没有读完的，重新启动后接着读', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-examined-'))
    const first = await open(folder)
    const at = await fresh(first)
    await put(at, { '甲.md': await report(2024), '乙.md': await report(2025) }, first)
    const closing = room()
    const reading = readWaiting(first, { room: closing, now })
    await closing.close()
    await reading
    const before = (await rowsAt(at, first)).map(({ state }) => state)
    expect(before).toContain('waiting')
    await first.close()

    const second = await open(folder)
    await readWaiting(second, { room: readingJobs, now })
    expect((await rowsAt(at, second)).map(({ state }) => state)).toEqual(['read', 'read'])
    expect((await verify(second, at)).faults).toEqual([])
    await second.close()
    await rm(folder, { recursive: true })
  })

  test('读取时被撤下的，不再写入读数', async () => {
    const at = await fresh()
    const { kept } = await put(at, { '甲.md': await report(2025) })
    const id = kept[0]!.id
    const slow: Pick<ReadingRoom, 'read'> = {
      async read(document) {
        await withdrawSource(store, { organ: at, id, by, on, reason: '误传' })
        return readingJobs.read(document)
      },
    }
    expect(await readWaiting(store, { room: slow, now })).toBe(0)
    const events = await store.inTransaction(at, (unit) => unit.events.read(0, 100))
    expect(events.map(({ kind }) => kind)).toEqual(['sourceKept', 'sourceWithdrawn'])
  })

  test('记录读数时本系统出错的，标为未能读取，不妨碍其他的，可以重新读取', async () => {
    const at = await fresh()
    const { kept } = await put(at, { '甲.md': await report(2024), '乙.md': await report(2025) })
    const deed = { organ: at, id: kept[0]!.id, by, on }
    await matchReport(store, { ...deed, match: at, organName: '', year: 2024 })
    // What the room gives for a matched report is opened again; this cannot be.
    const spoiling: Pick<ReadingRoom, 'read'> = {
      async read(document) {
        const found = await readingJobs.read(document)
        return 'refusal' in found ? found : { ...found, reading: new Uint8Array([1]) }
      },
    }
    const faults: unknown[] = []
    await readWaiting(store, { room: spoiling, now, failed: (error) => faults.push(error) })
    expect(faults).toHaveLength(1)
    expect(Object.fromEntries((await rowsAt(at)).map((row) => [row.id, row.state]))).toEqual({
      [kept[0]!.id]: 'unread',
      [kept[1]!.id]: 'read',
    })
    await readAgain(store, deed)
    await readWaiting(store, { room: readingJobs, now })
    expect((await store.examined.get(at, deed.id))!.state).toBe('read')
  })

  test('听从停止', async () => {
    const at = await fresh()
    await put(at, { '甲.md': await report(2025) })
    expect(await readWaiting(store, { room: readingJobs, now, stopped: () => true })).toBe(0)
    await readWaiting(store, { room: readingJobs, now })
  })
})

describe('有害的文件', () => {
  test('截断、改动、随机的字节：收下或者说明原因，读出或者说明原因，原件逐字节不变', async () => {
    const at = await fresh()
    const sound = await Promise.all(
      (['docx', 'xlsx', 'pdf', 'html'] as const).map((f) => write(numbered('2021'), f)),
    )
    const spoilt = fc.oneof(
      fc
        .tuple(fc.constantFrom(...sound), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([bytes, part]) => bytes.slice(0, Math.floor(bytes.length * part))),
      fc
        .tuple(fc.constantFrom(...sound), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }))
        .map(([bytes, changes]) => {
          const copy = bytes.slice()
          for (const [place, value] of changes) copy[place % copy.length] = value
          return copy
        }),
      fc.uint8Array({ minLength: 1, maxLength: 400 }),
    )
    const files = Object.fromEntries(
      fc.sample(spoilt, { numRuns: 24, seed: 7 }).map((bytes, n) => [`${n}.bin`, bytes]),
    )
    const { kept, refused } = await put(at, files)
    for (const { problem } of refused) expect(problem).toMatch(/[\u4e00-\u9fff].*。$/)
    await readWaiting(store, { room: room(), now })
    await store.inTransaction(at, async (unit) => {
      for (const { id } of kept) {
        const { source, name } = (await openSource(unit, id))!
        expect(['read', 'unread']).toContain(source.state)
        if (source.state === 'unread') expect(source.refusal!.message).toMatch(/[\u4e00-\u9fff].*。$/)
        if (!name.includes('/'))
          expect(Buffer.compare((await openOriginal(unit, source))!, files[name]!)).toBe(0)
      }
    })
  }, 60_000)

  test('压缩炸弹、层层压缩、带密码的、带路径的', async () => {
    const at = await fresh()
    const text = Buffer.from('文')
    const nested = makeZip({ '二.zip': makeZip({ '三.zip': makeZip({ '四.txt': '文' }) }) })
    const { kept, refused } = await put(
      at,
      {
        '炸弹.zip': zipOf([{ name: Buffer.from('甲.txt'), bytes: Buffer.alloc(20_000_000) }]),
        '说谎.zip': zipOf([{ name: Buffer.from('甲.txt'), bytes: Buffer.alloc(100_000), claims: 10 }]),
        '层层.zip': nested,
        '密码.zip': zipOf([{ name: Buffer.from('甲.txt'), bytes: text, locked: true }]),
        '路径.zip': zipOf([{ name: Buffer.from('年报/\u202e甲.txt'), bytes: text }]),
        '出界.zip': zipOf([{ name: Buffer.from('../甲.txt'), bytes: text }]),
      },
      store,
      room(),
    )
    expect(kept.map(({ name }) => name)).toEqual(['年报-甲.txt'])
    expect(refused).toHaveLength(5)
    for (const { problem } of refused) expect(problem).toMatch(/[\u4e00-\u9fff].*。$/)
  }, 60_000)
})

describe('年报格式（国办公开办函〔2021〕30号）供汇总的读数', () => {
  test('每个机关取最后收存、经确认的一份；没有确认的、撤下的、别的年度的不取', async () => {
    const at = await fresh()
    const below = await Promise.all(
      [1, 2, 3].map(async (n) => {
        const id = `${at}-${n}`
        await store.organs.put(organ(id, at))
        return id
      }),
    )
    const [one, two, three] = below as [string, string, string]
    const ids: string[] = []
    for (const [n, year] of [2025, 2025, 2024, 2025].entries()) {
      const { kept } = await keepSources(store, {
        ...{ organ: at, on, newId: () => `${at}-r${n}`, room: readingJobs },
        files: [{ name: `${n}.md`, bytes: await report(year, `某机关${n}`) }],
        by: { ...by, at: `2026-03-02T01:0${n}:00.000Z` },
      })
      ids.push(kept[0]!.id)
    }
    await readWaiting(store, { room: readingJobs, now })
    const match = (n: number, organ: string, year: number) =>
      matchReport(store, { organ: at, id: ids[n]!, by, on, match: organ, organName: '', year })
    await match(0, one, 2025)
    await match(1, one, 2025)
    await match(2, two, 2024)
    await match(3, three, 2025)
    const found = await reportsOfYear(store, at, below, 2025)
    expect([...found].map(([organ, { id }]) => [organ, id])).toEqual([
      [three, ids[3]],
      [one, ids[1]],
    ])
    expect(found.get(one)!.report.readings['requests/received@natural']).toMatchObject({ kind: 'number' })
    await withdrawSource(store, { organ: at, id: ids[1]!, by, on, reason: '误传' })
    expect((await reportsOfYear(store, at, [one], 2025)).get(one)!.id).toBe(ids[0])
    expect((await reportsOfYear(store, at, [], 2025)).size).toBe(0)
  })
})

describe('条例§50 确认机关以后的核对', () => {
  test('与该机关上一年度的报告衔接：后确认的、撤下的、更正和重新读取的随即重新核对', async () => {
    const at = await fresh()
    const { kept } = await put(at, { '甲.md': await report(2024), '乙.md': await report(2025) })
    await readWaiting(store, { room: readingJobs, now })
    const [before, after] = kept.map(({ id }) => id) as [string, string]
    const deed = (id: string) => ({ organ: at, id, by, on }) as const
    const carrying = () =>
      store.inTransaction(at, async (unit) => {
        const { source } = (await openSource(unit, after))!
        const { kept, of } = (await openReading(unit, source))!
        const findings = findingsOf(kept)
        const counted = Object.values(of.findings).reduce((a, b) => a + b, 0)
        expect(counted).toBe(findings.filter(({ verdict }) => verdict !== 'holds').length)
        return findings.filter(({ rule }) => rule === 'X-CARRY')
      })
    const carried = async () => (await carrying()).length > 0
    const match = (id: string, year: number) =>
      matchReport(store, { ...deed(id), match: at, organName: '', year })
    await match(after, 2025)
    expect(await carried()).toBe(false)
    await match(before, 2024)
    expect(await carried()).toBe(true)
    expect(await openingAsked(at)).toEqual([0, true])
    const cells = { 'requests/received@natural': 3 }
    expect(await correctCells(store, { ...deed(after), cells, reason: '核对原件' })).toMatchObject({
      refused: false,
    })
    expect(await carried()).toBe(true)
    await readAgain(store, deed(after))
    await readWaiting(store, { room: readingJobs, now })
    expect(await carried()).toBe(true)
    const asRead = await carrying()
    const others = { 'requests/carriedOut@natural': 99 }
    await correctCells(store, { ...deed(before), cells: others, reason: '核对原件' })
    expect(await carrying()).not.toEqual(asRead)
    await readAgain(store, deed(before))
    await readWaiting(store, { room: readingJobs, now })
    expect(await carrying()).toEqual(asRead)
    const unreadable = { read: async () => ({ refusal: { code: 'unread', message: '读不出来' } }) }
    await readAgain(store, deed(before))
    await readWaiting(store, { room: unreadable, now })
    expect(await carried()).toBe(false)
    await readAgain(store, deed(before))
    await readWaiting(store, { room: readingJobs, now })
    expect(await carried()).toBe(true)
    await withdrawSource(store, { ...deed(before), reason: '误传' })
    expect(await carried()).toBe(false)
    expect((await verify(store, at)).faults).toEqual([])
  })
})

/** What the organ's own report for 2026 knows of the confirmed one of 2025: figures of before, and its prose. */
async function openingAsked(at: string): Promise<readonly [number, boolean]> {
  const row = (await store.organs.get(at))!
  const ask = { organ: row, year: 2026, today: on, at: by.at, actor: by.actor, standings: [] }
  const view = await readAnnualReport({ office: store }, ask)
  if ('refused' in view) throw new Error(view.message)
  const unknown = view.asked.filter(({ lastYear }) => lastYear === null).length
  return [unknown, view.sections.some(({ lastYear }) => lastYear !== null && lastYear.text !== '')]
}

const samples = haveSamples ? samplesIn('pdf') : []

describe.skipIf(samples.length === 0)('真实的 PDF 年报（样本在仓库之外）', () => {
  test('收存、读出、认得年度', async () => {
    const at = await fresh()
    const files = await Promise.all(
      samples.map(async ({ name, file }) => [`${name.replace('/', '-')}.pdf`, await readFile(file)] as const),
    )
    await put(at, Object.fromEntries(files))
    await readWaiting(store, { room: room(), now })
    const rows = await rowsAt(at)
    expect(rows.map(({ state }) => state)).toEqual(samples.map(() => 'read'))
    expect(rows.map(({ year }) => year).toSorted()).toEqual(samples.map(({ truth }) => truth.year).toSorted())
  }, 120_000)
})

type WithList = Parameters<Parameters<Store['inTransaction']>[1]>[0]

const rowsAtWithin = async ({ examined }: WithList, at: string) =>
  (await examined.list({ organs: [at] }, { limit: 200 })).rows
