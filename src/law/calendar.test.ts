import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nationalCalendar,
  nextWorkingDay,
  withNotice,
  withOverlay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
  works,
} from './calendar.ts'
import { checkNotice } from './check-notice.ts'
import { addDays, type Day, dayOf, isWeekend } from './day.ts'
import { explainDays } from './explain.ts'
import { type HolidayNotice, noticeNumbers } from './holiday-notices.ts'

const anyDay = fc.integer({ min: 0, max: 365 * 8 }).map((count) => addDays('2019-01-01', count))

/** The notices typed in once more from the reference, to hold the table against. */
const typedIn: Record<number, { off: string; work: string; workingDays: number }> = {
  2019: {
    off: '1-1 2-4…2-10 4-5…4-7 5-1…5-4 6-7…6-9 9-13…9-15 10-1…10-7',
    work: '2-2 2-3 4-28 5-5 9-29 10-12',
    workingDays: 250,
  },
  2020: {
    off: '1-1 1-24…2-2 4-4…4-6 5-1…5-5 6-25…6-27 10-1…10-8',
    work: '1-19 4-26 5-9 6-28 9-27 10-10',
    workingDays: 249,
  },
  2021: {
    off: '1-1…1-3 2-11…2-17 4-3…4-5 5-1…5-5 6-12…6-14 9-19…9-21 10-1…10-7',
    work: '2-7 2-20 4-25 5-8 9-18 9-26 10-9',
    workingDays: 250,
  },
  2022: {
    off: '1-1…1-3 1-31…2-6 4-3…4-5 4-30…5-4 6-3…6-5 9-10…9-12 10-1…10-7 12-31',
    work: '1-29 1-30 4-2 4-24 5-7 10-8 10-9',
    workingDays: 249,
  },
  2023: {
    off: '1-1…1-2 1-21…1-27 4-5 4-29…5-3 6-22…6-24 9-29…10-6',
    work: '1-28 1-29 4-23 5-6 6-25 10-7 10-8',
    workingDays: 249,
  },
  2024: {
    off: '1-1 2-10…2-17 4-4…4-6 5-1…5-5 6-10 9-15…9-17 10-1…10-7',
    work: '2-4 2-18 4-7 4-28 5-11 9-14 9-29 10-12',
    workingDays: 251,
  },
  2025: {
    off: '1-1 1-28…2-4 4-4…4-6 5-1…5-5 5-31…6-2 10-1…10-8',
    work: '1-26 2-8 4-27 9-28 10-11',
    workingDays: 248,
  },
  2026: {
    off: '1-1…1-3 2-15…2-23 4-4…4-6 5-1…5-5 6-19…6-21 9-25…9-27 10-1…10-7',
    work: '1-4 2-14 2-28 5-9 9-20 10-10',
    workingDays: 248,
  },
}

function daysIn(year: number, text: string): Set<Day> {
  const read = (part: string) => {
    const [month, day] = part.split('-').map(Number)
    return dayOf(year, month!, day!)
  }
  return new Set(
    text.split(' ').flatMap((range) => {
      const [from, to] = range.split('…')
      const days = [read(from!)]
      while (to && days.at(-1)! < read(to)) days.push(addDays(days.at(-1)!, 1))
      return days
    }),
  )
}

const notice2027: HolidayNotice = {
  year: 2027,
  number: '测试〔2026〕1号',
  holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  makeUpDays: ['2026-12-27'],
}

describe('国务院办公厅放假通知', () => {
  test.each(Object.entries(typedIn))('%s年逐日与通知一致', (key, { off, work, workingDays }) => {
    const year = Number(key)
    const holidays = daysIn(year, off)
    const makeUpDays = daysIn(year, work)
    let count = 0
    for (let day: Day = dayOf(year, 1, 1); day <= dayOf(year, 12, 31); day = addDays(day, 1)) {
      const expected = makeUpDays.has(day) || (!isWeekend(day) && !holidays.has(day))
      expect({ day, working: works(nationalCalendar, day) }).toEqual({ day, working: expected })
      if (expected) count += 1
    }
    expect(count).toBe(workingDays)
  })

  test('2024年除夕（2月9日）是工作日', () => {
    expect(isWorkingDay(nationalCalendar, '2024-02-09')).toEqual({
      working: true,
      known: true,
      because: '星期五',
    })
  })

  test('2020年春节延长假期依据单独的通知', () => {
    expect(nationalCalendar.notices[2020]).toEqual(['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'])
    expect(isWorkingDay(nationalCalendar, '2020-01-31').because).toContain('国办发明电〔2020〕1号')
    expect(isWorkingDay(nationalCalendar, '2020-01-30').because).toContain('国办发明电〔2019〕16号')
  })

  test('元旦放假始于上年12月的，依据新年度的通知', () => {
    expect(nationalCalendar.days['2022-12-31']?.number).toBe(noticeNumbers[2023])
    expect(nationalCalendar.days['2018-12-29']).toMatchObject({ kind: 'makeUp', number: noticeNumbers[2019] })
  })

  test('尚未公布的年份：法定节日暂作休假，任何一日都不算已知', () => {
    expect(nationalCalendar.coveredThrough).toBe('2026-12-31')
    expect(isWorkingDay(nationalCalendar, '2027-02-05')).toMatchObject({ working: false, known: false })
    expect(isWorkingDay(nationalCalendar, '2027-03-01')).toMatchObject({ working: true, known: false })
    expect(isWorkingDay(nationalCalendar, '2018-06-01').known).toBe(false)
  })
})

describe('counting', () => {
  test('zero working days end on the day itself, even on a holiday', () => {
    expect(addWorkingDays(nationalCalendar, '2026-10-01', 0).to).toBe('2026-10-01')
  })

  test('a period ends on a make-up Saturday and is not moved from it', () => {
    expect(addWorkingDays(nationalCalendar, '2026-09-07', 20)).toEqual({
      from: '2026-09-07',
      to: '2026-10-10',
      workingDays: 20,
      firm: true,
    })
  })

  test('the neighbours of a holiday', () => {
    expect(nextWorkingDay(nationalCalendar, '2026-09-30')).toBe('2026-10-08')
    expect(workingDayOnOrAfter(nationalCalendar, '2026-02-28')).toBe('2026-02-28')
    expect(workingDayOnOrAfter(nationalCalendar, '2026-10-03')).toBe('2026-10-08')
    expect(workingDayOnOrBefore(nationalCalendar, '2026-10-03')).toBe('2026-09-30')
  })

  test('adding and counting agree, and the last day is a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { to } = addWorkingDays(nationalCalendar, from, count)
        expect(workingDaysBetween(nationalCalendar, from, to)).toBe(count)
        expect(workingDaysBetween(nationalCalendar, to, from)).toBe(-count)
        expect(works(nationalCalendar, to)).toBe(true)
      }),
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        (from, later, count) => {
          const end = (day: Day) => addWorkingDays(nationalCalendar, day, count).to
          expect(end(from) <= end(addDays(from, later))).toBe(true)
        },
      ),
    )
  })

  test('one more holiday never brings an end forward', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (from, offset, count) => {
          const day = addDays(from, offset)
          const more = withOverlay(nationalCalendar, {
            name: '地方节日',
            number: '测试1号',
            holidays: [{ name: '地方节日', from: day, to: day }],
            makeUpDays: [],
          })
          expect(
            addWorkingDays(nationalCalendar, from, count).to <= addWorkingDays(more, from, count).to,
          ).toBe(true)
        },
      ),
    )
  })
})

describe('entering notices', () => {
  test('a notice makes its year known, replaces the statutory days and reaches into December', () => {
    const calendar = withNotice(nationalCalendar, notice2027)
    expect(calendar.coveredThrough).toBe('2027-12-31')
    expect(isWorkingDay(calendar, '2027-02-05')).toEqual({ working: true, known: true, because: '星期五' })
    expect(works(calendar, '2026-12-27')).toBe(true)
    expect(addWorkingDays(calendar, '2026-12-15', 20)).toMatchObject({ to: '2027-01-12', firm: true })
  })

  test('a second notice of the same year replaces the first, an amendment adds to it', () => {
    const first = withNotice(nationalCalendar, notice2027)
    const second = withNotice(first, { ...notice2027, number: '测试〔2026〕2号', makeUpDays: [] })
    expect(works(second, '2026-12-27')).toBe(false)
    const amended = withNotice(first, {
      year: 2027,
      number: '测试〔2027〕1号',
      amends: true,
      holidays: [{ name: '元旦', from: '2027-01-04', to: '2027-01-04' }],
      makeUpDays: [],
    })
    expect(works(amended, '2026-12-27')).toBe(true)
    expect(works(amended, '2027-01-04')).toBe(false)
    expect(amended.notices[2027]).toEqual(['测试〔2026〕1号', '测试〔2027〕1号'])
  })

  test('an overlay goes before the notice, whichever is entered first, and makes no year known', () => {
    const overlay = {
      name: '三月三',
      number: '桂政办测试1号',
      holidays: [{ name: '三月三', from: '2027-04-09', to: '2027-04-09' }] as const,
      makeUpDays: [],
    }
    const calendar = withNotice(withOverlay(nationalCalendar, overlay), notice2027)
    expect(works(calendar, '2027-04-09')).toBe(false)
    expect(isWorkingDay(withOverlay(nationalCalendar, overlay), '2027-04-09').known).toBe(false)
  })

  test('the version follows the content', () => {
    const again: Calendar = withNotice(nationalCalendar, notice2027)
    expect(again.version).toBe(withNotice(nationalCalendar, notice2027).version)
    expect(again.version).not.toBe(nationalCalendar.version)
    expect(JSON.parse(JSON.stringify(nationalCalendar))).toEqual(nationalCalendar)
  })

  test('slips of the pen are told, not swallowed', () => {
    expect(checkNotice(notice2027)).toEqual([])
    const faults = checkNotice({
      year: 2027,
      number: ' ',
      holidays: [
        { name: '元旦', from: '2027-01-03', to: '2027-01-01' },
        { name: '春节', from: '2026-02-15', to: '2026-02-20' },
        { name: '国庆节', from: '2027-10-01', to: '2027-11-30' },
        { name: '清明', from: '2027-02-30', to: '2027-03-01' },
      ],
      makeUpDays: ['2027-01-06', '2027-10-02', '2028-01-01'],
    })
    expect(faults.map(({ field }) => field)).toEqual([
      'number',
      'holidays[0]',
      'holidays[1]',
      'holidays[2]',
      'holidays[3]',
      'makeUpDays[0]',
      'makeUpDays[1]',
      'makeUpDays[2]',
    ])
  })
})

describe('in words', () => {
  test.each<[Day, Day, string]>([
    ['2025-03-03', '2025-03-31', ''],
    [
      '2026-02-02',
      '2026-03-06',
      '2月14日、2月28日调休上班计入，春节2月15日至23日放假不计（国办发明电〔2025〕7号）',
    ],
    [
      '2025-12-22',
      '2026-01-20',
      '2026年1月4日调休上班计入，元旦2026年1月1日至3日放假不计（国办发明电〔2025〕7号）',
    ],
    [
      '2022-04-20',
      '2022-05-03',
      '4月24日调休上班计入，劳动节4月30日至5月3日放假不计（国办发明电〔2021〕11号）',
    ],
    [
      '2026-12-15',
      '2027-01-13',
      '元旦2027年1月1日放假不计（全国年节及纪念日放假办法）；2027年放假安排尚未公布，暂按法定节日推算，公布后须重算',
    ],
  ])('%s 至 %s', (from, to, words) => expect(explainDays(nationalCalendar, from, to)).toBe(words))
})
