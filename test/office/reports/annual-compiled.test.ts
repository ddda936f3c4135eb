/** The annual report compiled over random histories: its own rules, the lists behind its cells, its files read back. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casesOfCell, everyCaseOfCell, isCounted } from '../../../src/office/reports/annual/cases-of-cell.ts'
import { type Compiled, compile, readingOf } from '../../../src/office/reports/annual/compile.ts'
import { draftOf } from '../../../src/office/reports/annual/draft.ts'
import { exportTypes } from '../../../src/office/reports/annual/export-report.ts'
import { countedTables } from '../../../src/office/reports/annual/figures.ts'
import { gather, gatherAll } from '../../../src/office/reports/annual/gather.ts'
import { reportOrganOf } from '../../../src/office/reports/annual/report-organ.ts'
import { bytesOf, reportIn, snapshotIn, snapshotOf } from '../../../src/office/reports/annual/snapshot.ts'
import { emptyAnnual } from '../../../src/office/reports/annual/state.ts'
import { projectCase } from '../../../src/office/requests/index.ts'
import { isUnread, read } from '../../../src/reader/read.ts'
import { editions } from '../../../src/report/editions/index.ts'
import { cells } from '../../../src/report/form.ts'
import { figureAt, readingAt } from '../../../src/report/reading.ts'
import type { Report } from '../../../src/report/report.ts'
import type { Store } from '../../../src/store/store.ts'
import { fromCsv } from '../../../src/writer/csv.ts'
import { type WriteFormat, write } from '../../../src/writer/write.ts'
import { by, open, organ } from '../../store/support/office.ts'
import { live, plans } from '../requests/histories.ts'
import { answer, type Walk, walk } from '../requests/walk.ts'

let store: Store
beforeAll(async () => {
  store = await open(':memory:', { project: projectCase })
})
afterAll(() => store.close())

const years = [2023, 2024, 2025, 2026]

/** Cases with what random histories seldom come to: two disputes, a suit after a reconsideration, moved on, withdrawn. */
function special(): readonly Walk[] {
  let last = 0
  const begin = (more: object = {}) =>
    walk('2024-12-02').do('receive', {
      number: `special-${++last}`,
      applicant: 'vault-1',
      applicantKind: 'legal.business',
      channel: 'inPerson',
      arrivedOn: '2024-12-02',
      ...more,
    })
  const disputed = answer(begin(), 'granted')
    .on('2025-01-20')
    .do('fileReview', { id: 'd1', dispute: 'reconsideration', caseNo: '〔2025〕1号', against: 'reply' })
    .on('2025-03-03')
    .do('decideReview', { id: 'd1', result: 'upheld', what: '维持' })
    .do('fileReview', {
      id: 'd2',
      dispute: 'litigation',
      caseNo: '〔2025〕2号',
      against: 'reply',
      after: 'd1',
    })
  return [
    disputed,
    begin().on('2025-01-04').do('withdraw', { how: '书面' }),
    begin({ variant: 'recordCorrection' }),
    walk('2024-12-30')
      .do('receive', {
        number: 'moved',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'registeredPost',
        arrivedOn: '2024-12-30',
        doubtful: true,
      })
      .on('2025-01-02')
      .do('moveOn', { matter: 'inquiry', to: '县信访局', letterNo: '某公转〔2025〕1号' }),
  ]
}

async function keep(here: string, walks: readonly Walk[]): Promise<void> {
  await store.organs.put(organ(here))
  await store.inTransaction(here, async ({ events }) => {
    for (const [index, { events: told }] of walks.entries())
      await events.append(`request/${here}-${index}`, 0, told, by)
  })
}

/** Section two entered in full, as far as no cases fill it in. */
const enteredIn = (year: number) => {
  const tables = Object.values(editions).find(
    ({ years: { from, to } }) => year >= from && (to ?? year) >= year,
  )!.tables
  return Object.fromEntries(
    cells(tables)
      .filter(({ table }) => !countedTables.has(table.key))
      .map(({ key }) => [
        key,
        {
          key,
          value: 0,
          document: null,
          note: null,
          from: 'typed',
          by: 'a',
          on: '2026-01-05',
          at: by.at,
        } as const,
      ]),
  )
}

const compiledOf = async (here: string, year: number): Promise<Compiled> =>
  compile(year, await gather(store.board, here, year), { ...emptyAnnual, figures: enteredIn(year) })!

const draftFrom = (here: string, compiled: Compiled) =>
  draftOf({
    organ: { ...reportOrganOf(organ(here)), name: '示例县水利局', kind: 'department' },
    compiled,
    texts: {
      preamble: '本报告统计期限自本年1月1日起至12月31日止。',
      '1': '主动公开规范性文件，新收政府信息公开申请{requests/received@total}件，办结{requests/outcome.total@total}件，不予公开{sum/denied}件。',
      '5': '存在的主要问题是目录更新不够及时。下一步将完善目录，加强培训。',
      '6': '本年度未收取信息处理费。',
    },
    counts: {},
    previous: null,
  })

describe('条例§50 由申请件编成的年度报告', () => {
  let made = 0
  const anyCases = fc.array(plans('2023-06-01', 900), { minLength: 10, maxLength: 20 })

  test('任意办理历史：各年的报告都通过自己的检查规则，年初即上年年末', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyCases, async (all) => {
        const here = `compiled-${++made}`
        await keep(here, [...special(), ...all.map((plan, index) => live(plan, index))])
        let closing: number | null = null
        for (const year of years) {
          const compiled = await compiledOf(here, year)
          expect(compiled.asked).toEqual([])
          expect(draftFrom(here, compiled).findings).toEqual([])
          const opening = figureAt(compiled.readings, 'requests/carriedIn@total')
          if (closing !== null) expect(opening).toBe(closing)
          closing = figureAt(compiled.readings, 'requests/carriedOut@total')
          const many = (await gatherAll(store.board, [here], year)).get(here)!
          const again = compile(year, many, { ...emptyAnnual, figures: enteredIn(year) })!
          expect(again.readings).toEqual(compiled.readings)
        }
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })

  test('每一格的数字就是其后清单的行数', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyCases, async (all) => {
        const here = `listed-${++made}`
        await keep(here, [...special(), ...all.map((plan, index) => live(plan, index))])
        for (const year of [2024, 2025]) {
          const { readings, cells: found } = await compiledOf(here, year)
          for (const { key } of found.filter((cell) => isCounted(year, cell.key))) {
            const entries = await everyCaseOfCell(store, here, year, key)
            expect(entries.length, `${year} ${key}`).toBe(figureAt(readings, key))
          }
        }
      }),
      { numRuns: 2, endOnFailure: true },
    )
  })

  test('没有一件申请的机关，各项为零，不是没有', async () => {
    await store.organs.put(organ('idle'))
    const { cases, disputes } = (await gatherAll(store.board, ['idle'], 2024)).get('idle')!
    expect([cases, disputes]).toEqual([[], []])
    expect(figureAt((await compiledOf('idle', 2024)).readings, 'requests/received@total')).toBe(0)
  })

  test('清单分页，各页之和不变；没有申请件的格没有清单', async () => {
    const here = `pages-${++made}`
    await keep(here, special())
    const key = 'requests/received@total'
    const whole = await everyCaseOfCell(store, here, 2024, key)
    expect(whole.length).toBe(2)
    let after: string | undefined
    let count = 0
    do {
      const page = await casesOfCell(store, here, 2024, key, { limit: 1, after })
      count += page.rows.length
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(count).toBe(whole.length)
    expect([isCounted(2024, 'licensing/licence@decisions'), isCounted(2024, 'nothing')]).toEqual([
      false,
      false,
    ])
  })

  test('以前年度的报告按该年的表式', async () => {
    const compiled = compile(2020, { cases: [], disputes: [], register: null }, emptyAnnual)!
    expect([compiled.edition.id, compiled.cells.length]).toEqual([
      '2019',
      cells(editions['2019'].tables).length,
    ])
    expect(compiled.asked.map(({ key }) => key)).toContain('procurement/central@amount')
    expect(compile(2018, { cases: [], disputes: [], register: null }, emptyAnnual)).toBeNull()
  })

  test('文件目录所知的不再询问；填报的以填报为准，两个数都在', () => {
    const key = 'documents/normative@issued'
    const register = { [key]: { value: 4, source: '行政规范性文件目录' } }
    const from = (figures: (typeof emptyAnnual)['figures']) =>
      compile(2025, { cases: [], disputes: [], register }, { ...emptyAnnual, figures })!.cells.find(
        (cell) => cell.key === key,
      )
    expect(from({})).toMatchObject({
      origin: 'register',
      source: '行政规范性文件目录',
      reading: { value: 4 },
    })
    const entered = { ...enteredIn(2025)[key]!, value: 5 }
    expect(from({ [key]: entered })).toMatchObject({ origin: 'entered', computed: 4, reading: { value: 5 } })
  })

  test('空白、划线、零各是各的', () => {
    expect([readingOf('blank').kind, readingOf('dash').kind, readingOf(0)]).toEqual([
      'blank',
      'dash',
      { kind: 'number', value: 0, raw: '0' },
    ])
  })
})

describe('条例§49 编成的报告写成文件再读', () => {
  const again = async (report: Report, format: WriteFormat): Promise<Report['readings']> => {
    const bytes = await write(report, format)
    if (format === 'csv') return fromCsv(new TextDecoder().decode(bytes))
    if (format === 'json') {
      const { cells: kept } = JSON.parse(new TextDecoder().decode(bytes))
      return Object.fromEntries(kept.map((cell: { key: string }) => [cell.key, cell]))
    }
    const [result] = await read(bytes, `report.${format}`)
    if (!result || isUnread(result)) throw new Error(`${format} was not read back`)
    return result.report.readings
  }

  test.each(Object.keys(exportTypes) as WriteFormat[])(
    '%s：每一格都不变',
    { timeout: 60_000 },
    async (format) => {
      const here = `file-${format}`
      await keep(here, special())
      const compiled = await compiledOf(here, 2025)
      const { report } = draftFrom(here, compiled)
      const kept = { id: here, code: here, name: report.organ!.name, kind: 'department' } as const
      const submitted = reportIn(snapshotIn(bytesOf(snapshotOf(kept, report, compiled.cells, {}))))
      expect(submitted.readings).toEqual(report.readings)
      const found = await again(submitted, format)
      for (const { key } of compiled.cells)
        expect(figureAt(found, key), key).toBe(figureAt(compiled.readings, key))
      expect(readingAt(found, 'requests/received@natural').kind).toBe('number')
    },
  )
})
