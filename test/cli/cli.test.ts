/** The command line as a clerk meets it: what it prints, where, and with what exit code. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/cli.ts'
import type { Io } from '../../src/cli/io.ts'
import { edition2021 } from '../../src/report/editions/index.ts'
import { cells } from '../../src/report/form.ts'
import { entered } from '../../src/report/reading.ts'
import type { Report } from '../../src/report/report.ts'
import { writeHtml } from '../../src/writer/html.ts'

let folder = ''
const path = (name: string) => join(folder, name)

const ran = async (...argv: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    readFile: (file) => readFile(file, 'utf8'),
    writeFile: (file, bytes) => writeFile(file, bytes),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    interactive: false,
  }
  const code = await run(argv, io, () => Promise.reject(new Error('no service here')))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** A nil report that holds, with some cells changed. */
const nil = (changes: Record<string, number> = {}, year = 2024, organ = '示范县水务局'): Report => ({
  organ: { name: organ, kind: 'department' },
  year,
  edition: '2021',
  script: 'simplified',
  sections: [
    { number: 1, title: '总体情况', text: '本局依法公开政府信息，各项工作有序开展。' },
    {
      number: 5,
      title: '存在的主要问题及改进情况',
      text: '主动公开还不够及时，下一步将加强学习，改进工作。',
    },
    { number: 6, title: '其他需要报告的事项', text: '本年度未收取信息处理费。' },
  ],
  forms: Object.fromEntries(edition2021.tables.map(({ key }) => [key, '2021'])),
  readings: Object.fromEntries(cells(edition2021.tables).map(({ key }) => [key, entered(changes[key] ?? 0)])),
  claims: [],
  publication: {},
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-cli-'))
  await writeFile(path('good.html'), writeHtml(nil()))
  await writeFile(path('bad.html'), writeHtml(nil({ 'requests/received@total': 1 })))
  await writeFile(path('last-year.html'), writeHtml(nil({ 'requests/carriedOut@natural': 2 }, 2023)))
  await writeFile(
    path('other.html'),
    writeHtml(nil({ 'licensing/licence@decisions': 7 }, 2024, '示范县教育局')),
  )
  await writeFile(
    path('no-tables.txt'),
    '示范县教育局2024年政府信息公开工作年度报告\n一、总体情况\n本局工作平稳。',
  )
  await writeFile(path('image.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('check', () => {
  test('全部相符，退出码 0，写明机关、年度、表式和读出格数', async () => {
    const { code, out } = await ran('check', path('good.html'))
    expect(out).toContain('示范县水务局')
    expect(out).toContain('2024')
    expect(out).toContain('读出 200 格，表式共 200 格')
    expect(out).toContain('各项核对均相符')
    expect(code).toBe(0)
  })
  test('有不符，退出码 1，写明两边的数和依据', async () => {
    const { code, out } = await ran('check', path('bad.html'))
    expect(code).toBe(1)
    expect(out).toContain('T3-ID')
    expect(out).toContain('条例§50(2)')
  })
  test('只有不能判定的，退出码 2，缺表不作零', async () => {
    const { code, out } = await ran('check', path('no-tables.txt'))
    expect(out).toContain('ABSENT')
    expect(code === 1 || code === 2).toBe(true)
    expect(out).toContain('不按零处理')
  })
  test('几份一起核对，取最重的退出码，次序不变', async () => {
    const files = ['good.html', 'bad.html', 'good.html', 'other.html', 'good.html'].map(path)
    const { code, out } = await ran('check', ...files)
    expect(code).toBe(1)
    expect(out.split('\n').filter((line) => line.endsWith('.html'))).toEqual(files)
  })
  test('读不了的文件说清原因，不影响其余', async () => {
    const { code, out, err } = await ran('check', path('image.png'), path('good.html'), path('none.html'))
    expect(err).toContain('image.png')
    expect(err).toContain('没有这个文件')
    expect(out).toContain('各项核对均相符')
    expect(code).toBe(2)
  })
  test('--previous 与上年报告核对结转', async () => {
    const { code, out } = await ran('check', '--previous', path('last-year.html'), path('good.html'))
    expect(out).toContain('X-CARRY')
    expect(code).toBe(1)
  })
  test.each([
    ['不认识的选项', ['check', '--previus', 'x'], '不认识选项 --previus'],
    ['没有文件', ['check'], '没有指定文件'],
    ['没有这个命令', ['chek'], '没有“chek”这个命令'],
  ])('%s：说明用法，退出码 64', async (_title, argv, words) => {
    const { code, err } = await ran(...argv)
    expect(err).toContain(words)
    expect(code).toBe(64)
  })
})

describe('read', () => {
  test('--json 给出一个对象，每格一项', async () => {
    const { out, code } = await ran('read', '--json', path('good.html'))
    const json = JSON.parse(out)
    expect(json).toMatchObject({ organ: '示范县水务局', year: 2024, edition: '2021', script: 'simplified' })
    expect(json.cells).toHaveLength(200)
    expect(json.cells[0]).toMatchObject({ key: 'documents/rules@issued', kind: 'number', value: 0, raw: '0' })
    expect(json.findings).toEqual([])
    expect(code).toBe(0)
  })
  test('多份文件一份一行', async () => {
    const files = ['good.html', 'bad.html', 'other.html', 'image.png', 'good.html'].map(path)
    const { out, code } = await ran('read', '--json', ...files)
    const lines = out.split('\n').map((line) => JSON.parse(line))
    expect(lines.map((line) => line.file)).toEqual(files)
    expect(lines[3]).toHaveProperty('error')
    expect(code).toBe(2)
  })
})

describe('convert、compare、merge', () => {
  test('转成 Markdown 再读，各格不变', async () => {
    const { code } = await ran('convert', path('other.html'), '--to', 'md', '--out', path('other.md'))
    expect(code).toBe(0)
    const again = JSON.parse((await ran('read', '--json', path('other.md'))).out)
    const before = JSON.parse((await ran('read', '--json', path('other.html'))).out)
    const values = (json: { cells: { key: string; value?: number }[] }) =>
      json.cells.map(({ key, value }) => [key, value])
    expect(values(again)).toEqual(values(before))
  })
  test('写不进的地方说明原因', async () => {
    const { code, err } = await ran(
      'convert',
      path('good.html'),
      '--to',
      'csv',
      '--out',
      path('无此夹/x.csv'),
    )
    expect(err).toContain('写不进')
    expect(code).toBe(64)
  })
  test('compare 列出不同的格和结转不衔接', async () => {
    const { out, code } = await ran('compare', path('last-year.html'), path('good.html'))
    expect(out).toContain('X-CARRY')
    expect(out).toContain('四、结转下年度继续办理 / 自然人：2 → 0（-2）')
    expect(code).toBe(1)
  })
  test('merge 得出全数，缺谁写谁', async () => {
    const whole = await ran('merge', path('good.html'), path('other.html'))
    expect(whole.out).toContain('汇总 2 份报告')
    expect(whole.out).toContain('行政许可 / 本年处理决定数量：7')
    expect(whole.code).toBe(0)
    const partial = await ran('merge', path('good.html'), path('no-tables.txt'))
    expect(partial.out).toContain('示范县教育局')
    expect(partial.code).toBe(2)
  })
  test('merge --to 把汇总写成表', async () => {
    const { code } = await ran(
      'merge',
      path('good.html'),
      path('other.html'),
      '--organ',
      '示范县人民政府',
      '--to',
      'html',
      '--out',
      path('sum.html'),
    )
    expect(code).toBe(0)
    const json = JSON.parse((await ran('read', '--json', path('sum.html'))).out)
    expect(json.organ).toBe('示范县人民政府')
    expect(json.cells.find((cell: { key: string }) => cell.key === 'licensing/licence@decisions').value).toBe(
      7,
    )
  })
})
