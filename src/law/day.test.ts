import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  formatChinese,
  formatWeekday,
  isDay,
  isWeekend,
  parseDay,
  quarterStart,
  weekdayOf,
} from './day.ts'

const anyDay = fc
  .tuple(
    fc.integer({ min: 1900, max: 2900 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => dayOf(year, month, Math.min(day, daysInMonth(year, month))))

describe('what is a day', () => {
  test.each(['2026-03-06', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('%s is', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  test.each([
    '2026-3-6',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '3000-01-01',
    '2026-03-06T00:00',
    ' 2026-03-06',
    '２０２６-03-06',
    '',
  ])('%s is not', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  test('nor is anything but a string', () => {
    expect(isDay(20260306)).toBe(false)
    expect(isDay(null)).toBe(false)
  })
})

describe('arithmetic', () => {
  test('agrees with the platform calendar on every day from 1900 to 2999', () => {
    const millisecondsPerDay = 86_400_000
    let day: Day = '1900-01-01'
    for (let n = Date.UTC(1900, 0, 1) / millisecondsPerDay; day < '2999-12-31'; n += 1) {
      const platform = new Date(n * millisecondsPerDay).toISOString().slice(0, 10)
      if (day !== platform) expect(day).toBe(platform)
      day = addDays(day, 1)
    }
    expect(day).toBe('2999-12-31')
  })

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(addDays(addDays(day, count), -count)).toBe(day)
      }),
    )
  })

  test('weekdays', () => {
    expect(weekdayOf('2026-11-22')).toBe('sunday')
    expect(weekdayOf('1900-01-01')).toBe('monday')
    expect(formatWeekday('2026-10-10')).toBe('星期六')
    expect(isWeekend('2026-10-10')).toBe(true)
    expect(isWeekend('2026-10-09')).toBe(false)
  })

  test.each<[Day, number, Day]>([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-03-16', 6, '2026-09-16'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('民法典§202 %s 加 %i 个月为 %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  test.each<[Day, Day]>([
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-10-01'],
  ])('the quarter of %s began on %s', (day, start) => {
    expect(quarterStart(day)).toBe(start)
  })

  test('a letter writes the day without leading zeros', () => {
    expect(formatChinese('2026-03-06')).toBe('2026年3月6日')
  })
})
