import { describe, expect, test } from 'vitest'
import { due } from '../../src/cli/due.ts'
import { fee } from '../../src/cli/fee.ts'
import type { Command, Io } from '../../src/cli/io.ts'

async function run(command: Command, args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    readFile: (path) => (path in files ? Promise.resolve(files[path]!) : Promise.reject(new Error(path))),
    writeFile: () => Promise.reject(new Error('nothing is written')),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    interactive: false,
  }
  const noService = () => Promise.reject(new Error('no service here'))
  return { code: await command(args, io, noService), out, err }
}

const request = { events: [{ kind: 'received', on: '2026-02-02' }], asOf: '2026-03-05' }
const ask = (value: unknown, ...args: string[]) =>
  run(due, ['-', ...args], { '-': typeof value === 'string' ? value : JSON.stringify(value) })

describe('gongkai due', () => {
  test('one object gives one object', async () => {
    const { code, out, err } = await run(due, ['a.json'], { 'a.json': JSON.stringify(request, null, 2) })
    expect({ code, err }).toEqual({ code: 0, err: [] })
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      due: '2026-03-06',
      firm: true,
      running: true,
      left: 1,
      steps: [{ event: 'received', on: '2026-02-02', effect: 'starts', left: 20, due: '2026-03-06' }],
    })
  })

  test('条例§11¶1 征求其他有关机关意见，按指定的期限排除', async () => {
    const events = [
      ...request.events,
      { kind: 'consultationSent', on: '2026-02-03', id: 'a', party: 'otherAgency', by: '2026-02-06' },
    ]
    const { code, out } = await ask({ ...request, events })
    expect(code).toBe(0)
    expect(JSON.parse(out.join('\n'))).toMatchObject({ due: '2026-03-11', excluded: 3 })
  })

  test('an array gives an array, with ids', async () => {
    const { out } = await ask([
      { id: '甲', ...request },
      { id: 7, ...request },
    ])
    expect(JSON.parse(out.join('\n'))).toMatchObject([{ id: '甲' }, { id: 7 }])
  })

  test('lines give a line each; a bad line is told and the rest goes on', async () => {
    const lines = [
      JSON.stringify(request),
      '',
      '{"events":',
      JSON.stringify({ events: [{ kind: 'recieved' }] }),
      JSON.stringify(request),
    ]
    const { code, out, err } = await ask(lines.join('\n'))
    expect(code).toBe(1)
    expect(out).toHaveLength(2)
    expect(err[0]).toBe('第3行：不是完整的 JSON，请检查引号、逗号和括号。')
    expect(err[1]).toMatch(/^第4行：events\[0\]\.kind：kind 应为下列之一：received、/)
  })

  test.each([
    [
      { events: [{ kind: 'received', on: '2026-02-30' }] },
      'events[0].on：应为确有其日的日期，写作 2026-03-06。',
    ],
    [{ events: [{ kind: 'extended', on: '2026-02-03', days: 0 }] }, 'events[0].days：应不小于1。'],
    [{ events: [] }, 'events：没有事项，至少应有收到申请（received）一项。'],
    [{}, 'events：应为数组，逐项列出事项。'],
    [12, '应为一件申请，写作 {"events":[…]}。'],
    [{ ...request, asOf: 'tomorrow' }, 'asOf：应为确有其日的日期，写作 2026-03-06。'],
    [
      {
        events: [
          { kind: 'consultationSent', on: '2026-02-03', id: 'a', party: 'agency', receivedOn: '2026-02-02' },
        ],
      },
      'events[0].receivedOn：送达日早于发出日，请核对。',
    ],
    [
      { ...request, calendar: { notices: [{ year: 2027, number: '', holidays: [] }] } },
      'calendar.notices[0].number：缺少文号，请填写通知或者规定的文号。',
    ],
    [
      '{"events":[{"kind":"received",\n"on":"2026-02-02"}]',
      '第1行：不是完整的 JSON，请检查引号、逗号和括号。',
    ],
    ['', '没有内容，至少应有一件申请。'],
  ])('%j 有误', async (value, message) => {
    expect(await ask(value)).toEqual({ code: 1, out: [], err: [message] })
  })

  test('a field nobody reads is told, and the rest is answered', async () => {
    const { code, out, err } = await ask({ events: [{ kind: 'received', on: '2026-02-02', note: '…' }] })
    expect({ code, lines: out.length }).toEqual({ code: 0, lines: 1 })
    expect(err).toEqual(['events[0].note：不认识的字段，未使用。'])
  })

  test('notices and overlays come in as data', async () => {
    const events = [{ kind: 'received', on: '2026-12-15' }]
    const notices = [
      { year: 2027, number: '测试1号', holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }] },
    ]
    const overlays = [
      {
        name: '地方节日',
        number: '测试2号',
        holidays: [{ name: '地方节日', from: '2026-12-21', to: '2026-12-21' }],
      },
    ]
    const { out } = await ask({ events, calendar: { notices, overlays } })
    expect(JSON.parse(out.join('\n'))).toMatchObject({ due: '2027-01-14', firm: true })
  })

  test('as a table for people', async () => {
    const { out } = await ask({ id: '〔2026〕1号', ...request }, '--text')
    expect(out).toEqual([
      '申请：〔2026〕1号',
      '届满日：2026年3月6日（星期五），确定；剩余1个工作日',
      '日期        事项      影响  届满日      剩余  依据',
      '2026-02-02  收到申请  起算  2026-03-06  20    条例§33¶2、民法典§201',
      '1. 2026年2月2日收到申请，答复期限20个工作日，自次日起算，2026年3月6日届满；2月14日、2月28日调休上班计入，春节2月15日至23日放假不计（国办发明电〔2025〕7号）。',
      '',
    ])
  })

  test('--as-of serves where the request says nothing', async () => {
    const { out } = await ask({ events: request.events }, '--as-of=2026-03-10')
    expect(JSON.parse(out.join('\n'))).toMatchObject({ left: -2, problems: [{ code: 'overdue' }] })
  })

  test('misuse', async () => {
    expect((await run(due, [])).code).toBe(64)
    expect((await run(due, ['-', '--as-of', '3月'], { '-': '' })).code).toBe(64)
    expect(await run(due, ['missing.json'])).toMatchObject({
      code: 1,
      err: ['读不到 missing.json，请检查路径和读取权限。'],
    })
  })
})

describe('gongkai fee', () => {
  test('办法§4 按件', async () => {
    expect(await run(fee, ['--pieces', '35'])).toEqual({
      code: 0,
      err: [],
      out: [
        '35件，信息处理费3000元',
        '  第1至10件：10件 × 0元 ＝ 0元',
        '  第11至30件：20件 × 100元 ＝ 2000元',
        '  第31至35件：5件 × 200元 ＝ 1000元',
        '依据：办法§3、办法§4。第1至10件免费；第11至30件每件100元，20件计2000元；第31至35件每件200元，5件计1000元；合计3000元（同一申请人一个自然月内累计计算）。',
      ],
    })
  })

  test('办法§5 按量', async () => {
    const { out } = await run(fee, ['--pages=120', '--json'])
    expect(JSON.parse(out.join(''))).toMatchObject({
      basis: 'page',
      quantity: 120,
      amount: 1100,
      cites: ['办法§3', '办法§5'],
    })
  })

  test('办法§3 两种同时要求的，不予计算', async () => {
    expect(await run(fee, ['--pieces', '12', '--pages', '40'])).toEqual({
      code: 1,
      out: [],
      err: ['按件计收、按量计收只能选一种，同一申请不得并用。（办法§3）'],
    })
  })

  test('misuse', async () => {
    for (const args of [
      [],
      ['--pieces', '1.5'],
      ['--pieces', '-1'],
      ['--pages', '1e3'],
      ['a.json'],
      ['--sheets', '3'],
    ])
      expect((await run(fee, args)).code).toBe(64)
  })
})
