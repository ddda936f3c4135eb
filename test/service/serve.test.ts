/** The service as a process: started, asked, told to stop, and what the commands find in its folder afterwards. */

import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/cli.ts'
import type { Io } from '../../src/cli/io.ts'
import { type Configuration, readConfiguration } from '../../src/configuration.ts'
import type { OrganRow } from '../../src/office/ports.ts'
import { openHouse } from '../../src/open-house.ts'
import { operationsOn } from '../../src/operations.ts'
import { startService } from '../../src/service.ts'
import type { Store } from '../../src/store/store.ts'
import { realWorld } from '../../src/world.ts'
import { ask, killAll, start, started } from './support/running.ts'

const at = '2026-11-22T04:22:23.120Z'
const organ: OrganRow = {
  id: 'o1',
  code: 'SW001',
  name: '示例县水务局',
  kind: 'department',
  level: 'county',
  parent: null,
  details: {},
}

/** Milliseconds: a process that makes a database takes seconds, and many times as long on a machine that is busy. */
const patience = 240_000

let root = ''
const data = () => join(root, 'data')
const environment = (changes: Record<string, string> = {}) => ({
  GONGKAI_DATA: data(),
  SHED_LAG: '0',
  ...changes,
})

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongkai-serve-'))
})
afterEach(killAll)
afterAll(() => rm(root, { recursive: true, force: true }))

/** A command in this process. */
const ran = async (argv: readonly string[], changes: Record<string, string> = {}) => {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, bytes) => writeFile(path, bytes),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    interactive: false,
  }
  const code = await run(argv, io, async () => operationsOn(environment(changes)))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const withStore = async (work: (store: Store) => Promise<unknown>) => {
  const configuration = readConfiguration(environment()) as Configuration
  const store = await openHouse(configuration, { now: () => at, migrates: false })
  if ('failure' in store) throw new Error(store.message)
  await work(store)
  await store.close()
}

/** A request whose body is half there, and that the service has begun with. */
const halfSent = async (address: string) => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => undefined)
  let answer = ''
  socket.on('data', (bytes) => {
    answer += bytes
  })
  const head = ['POST /api/auth/nothing HTTP/1.1', 'host: x', 'content-length: 4', 'expect: 100-continue']
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await expect.poll(() => answer, { timeout: 60_000 }).toContain('100 Continue')
  socket.write('ab')
  return { finish: () => socket.write('cd'), answer: () => answer.split('\r\n\r\n')[1] ?? '' }
}

describe('a service', { timeout: patience }, () => {
  test('starts on an empty folder, answers, keeps others out of it, and stops when it is told to', async () => {
    const service = await started(environment())
    await expect.poll(() => service.err()).toMatch(/启用码：(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}/)
    const alive = await ask(`${service.address}/healthz`)
    expect([alive.status, await alive.json()]).toEqual([200, { alive: true }])
    const readiness = await (await ask(`${service.address}/readyz`)).json()
    expect(readiness).toMatchObject({ ready: true })
    expect(JSON.stringify(readiness)).toContain('SMTP_URL')
    for (const file of ['keys.json', 'session.key'])
      expect((await stat(join(data(), file))).mode & 0o777, file).toBe(0o600)

    const second = start(['serve'], environment({ PORT: '0' }))
    expect(await second.ended).toBe(69)
    expect(second.err()).toContain('正由另一个进程使用')

    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    for (const line of service.out().trim().split('\n'))
      expect(JSON.parse(line), line).toMatchObject({ level: expect.any(Number), msg: expect.any(String) })
  })

  test('finds the data of last time, and lets a request that is under way come to its end', async () => {
    await withStore(async (store) => {
      await store.organs.put(organ)
      await store.inTransaction('o1', async ({ events, vault }) => {
        await vault.put({ id: 'v1', kind: 'applicant', data: { name: '李某' }, lookup: {} }, at)
        await events.append('note/1', 0, [{ kind: 'noted', on: '2026-11-22', data: { n: 1 } }], {
          actor: 'system',
          at,
        })
      })
    })
    const service = await started(environment({ PORT: '0' }))
    const request = await halfSent(service.address)
    await expect.poll(() => service.out(), { timeout: 60_000 }).toContain('job done')
    service.child.kill('SIGINT')
    await expect.poll(() => service.err(), { timeout: 60_000 }).toContain('正在停止')
    const refused = await fetch(`${service.address}/healthz`).then(
      ({ status }) => status,
      () => 'refused',
    )
    expect(['refused', 503]).toContain(refused)
    request.finish()
    expect(await service.ended).toBe(0)
    expect(request.answer()).toMatch(/^HTTP\/1\.1 \d{3} /)
    expect(service.out()).toContain('"organ":"o1"')
  })

  test('a second signal ends it at once', async () => {
    const service = await started(environment())
    await halfSent(service.address)
    service.child.kill('SIGTERM')
    await expect.poll(() => service.err(), { timeout: 60_000 }).toContain('正在停止')
    await new Promise((resolve) => setTimeout(resolve, 600))
    service.child.kill('SIGTERM')
    expect(await service.ended).toBeNull()
    expect(service.child.signalCode).toBe('SIGKILL')
  })

  test('what does not come to its end in time is cut off, and the database is closed all the same', async () => {
    const configuration = readConfiguration(environment({ PORT: '0', LOG_LEVEL: 'silent' })) as Configuration
    const service = await startService(configuration, realWorld)
    if ('failure' in service) throw new Error(service.message)
    expect(service.setUpCode).toBeNull()
    const request = await halfSent(service.address)
    await service.stop(100)
    expect(request.answer()).toBe('')
    await withStore(async (store) => expect(await store.organs.all()).toHaveLength(1))
  })

  test('an address that cannot be had is told, and nothing is left open', async () => {
    const outcome = await ran(['serve'], { PORT: '8080', HOST: '203.0.113.1' })
    expect(outcome).toMatchObject({ code: 69, err: expect.stringContaining('203.0.113.1:8080') })
    expect(await ran(['migrate'])).toMatchObject({ code: 0, out: '数据库结构已是最新，没有改动。' })
  })
})

describe('the commands', { timeout: patience }, () => {
  test('what is whole is said to be whole, and the kept end of the chain was held against it', async () => {
    const { code, out } = await ran(['verify'])
    expect(code).toBe(0)
    expect(out).toContain('＝ 示例县水务局（SW001）：日志 1 条，申请 0 件，比对存证 ')
    expect(out).not.toContain('比对存证 0 处')
    expect(out).toContain('结论：完好。')
  })

  test('an organ that is not there', async () => {
    const outcome = await ran(['verify', '--organ', 'XX'])
    expect(outcome).toMatchObject({ code: 69, err: '没有代码为“XX”的机关。' })
  })

  test('backup, restore into another folder, and verify there', async () => {
    const file = join(root, 'backup.jsonl')
    expect(await ran(['backup', file])).toMatchObject({ code: 0, out: expect.stringContaining(file) })
    expect(await ran(['backup', file])).toMatchObject({ code: 69, err: expect.stringContaining('已存在') })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const into = join(root, 'restored')
    const keys = { GONGKAI_KEYS: join(data(), 'keys.json') }
    const restored = await ran(['restore', file, '--into', into], keys)
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('结论：完好。'), err: '' })
    await cp(join(data(), 'keys.json'), join(into, 'keys.json'))
    const there = await ran(['verify', '--organ', 'SW001', '--json'], { GONGKAI_DATA: into })
    expect(JSON.parse(there.out)).toMatchObject({
      whole: true,
      organs: [{ code: 'SW001', head: { seq: 1 }, faults: [] }],
    })
    const again = await ran(['restore', file, '--into', into])
    expect(again).toMatchObject({ code: 69, err: expect.stringContaining('不是空的') })
  })

  test('other keys than the database was sealed with are refused, and told from a damaged database', async () => {
    const outcome = await ran(['verify'], { GONGKAI_KEYS: join(root, 'other', 'keys.json') })
    expect(outcome).toMatchObject({ code: 69, err: expect.stringContaining('不是这个数据库原来用的那一把') })
    expect(outcome.err).toContain('是刚才新生成的')
    await writeFile(join(root, 'broken.json'), '{"current":')
    const broken = await ran(['verify'], { GONGKAI_KEYS: join(root, 'broken.json') })
    expect(broken).toMatchObject({ code: 69, err: expect.stringContaining('不是完整的 JSON') })
  })

  test('the rows of the cases are made anew', async () => {
    expect(await ran(['rebuild'])).toMatchObject({ code: 0, out: '示例县水务局（SW001）：已重建 0 件' })
  })

  test('a log that was tampered with is found, and the exit code says so', async () => {
    await withStore((store) => store.database.updateTable('event').set({ data: '{"n":2}' }).execute())
    const { code, out } = await ran(['verify'])
    expect(code).toBe(1)
    expect(out).toContain('≠ 示例县水务局（SW001）')
    expect(out).toContain('登记日志第1条与其校验值不符')
  })

  test('a log computed anew from beginning to end is found by the end that was kept', async () => {
    await withStore(async (store) => {
      const forged = `sha256:${'0'.repeat(64)}`
      await store.database.updateTable('event').set({ hash: forged }).execute()
      await store.database.updateTable('event_head').set({ hash: forged }).execute()
    })
    const { code, out } = await ran(['verify', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ whole: false })
    expect(out).toContain('与存证的校验值不符')
  })

  test.each([
    [['serve', 'now'], '多出了“now”'],
    [['verify', '--organ'], '选项 --organ 后面缺少内容'],
    [['restore', 'x'], '请用 --into 指明恢复到哪里'],
    [['restore', '--into', 'x'], '没有指定备份文件'],
    [['backup'], '没有指定备份文件'],
    [['rebuild', '--force'], '不认识选项 --force'],
  ])('%j: usage and exit code 64', async (argv, words) => {
    const { code, err } = await ran(argv)
    expect(code).toBe(64)
    expect(err).toContain(words)
    expect(err).toContain(`用法：gongkai ${argv[0]}`)
  })

  test.each(['serve', 'verify', 'backup', 'restore', 'rebuild', 'migrate', 'check', 'due'])(
    '%s --help says what it does, how it is written and how it ends',
    async (name) => {
      const { code, out } = await ran([name, '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`用法：gongkai ${name}`)
    },
  )

  test('a wrong setting is told before anything is opened', async () => {
    const outcome = await ran(['migrate'], { PORT: 'x', GONGKAI_DATA: join(root, 'never') })
    expect(outcome).toMatchObject({ code: 78, err: expect.stringContaining('环境变量 PORT') })
    await expect(stat(join(root, 'never'))).rejects.toThrow('ENOENT')
  })

  test('the file .env of the working folder counts, and less than the environment', async () => {
    const folder = join(root, 'working')
    await mkdir(folder)
    await writeFile(join(folder, '.env'), 'PORT=x\nDIGEST=md5\n')
    const { ended, err } = start(['migrate'], { DIGEST: 'sha256' }, folder)
    expect(await ended).toBe(78)
    expect(err()).toContain('环境变量 PORT')
    expect(err()).not.toContain('DIGEST')
  })

  test('a server that is not there is told without its password', async () => {
    const outcome = await ran(['verify'], { DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/none' })
    expect(outcome).toMatchObject({ code: 69, err: expect.stringContaining('无法打开数据库') })
    expect(outcome.err).not.toContain('hunter2')
  })
})
