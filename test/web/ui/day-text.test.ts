/** Days as clerks type them. */
import { describe, expect, test } from 'vitest'
import { readDay, readRecentDay } from '../../../src/web/ui/day-text.ts'

const today = '2026-11-22'

describe('a day typed from a postmark', () => {
  test.each([
    ['306', '2026-03-06'],
    ['0306', '2026-03-06'],
    ['３０６', '2026-03-06'],
    ['3-6', '2026-03-06'],
    ['3.6', '2026-03-06'],
    ['3/6', '2026-03-06'],
    ['3月6日', '2026-03-06'],
    ['3 月 6 号', '2026-03-06'],
    ['1122', '2026-11-22'],
    ['1123', '2025-11-23'],
    ['1230', '2025-12-30'],
    ['112', '2026-01-12'],
    ['229', '2024-02-29'],
    ['2026年3月6日', '2026-03-06'],
    ['2026-3-6', '2026-03-06'],
    ['20260306', '2026-03-06'],
    ['2027-01-01', '2027-01-01'],
  ])('%s', (text, day) => expect(readRecentDay(text, today)).toBe(day))

  test.each(['', '6', '昨天', '1332', '230', '3-32', '0000', '12345', '3-6-'])('%s is none', (text) =>
    expect(readRecentDay(text, today)).toBeNull(),
  )

  test('elsewhere a year that is left out is not guessed', () => expect(readDay('306')).toBeNull())
})
