import type { Day } from './day.ts'

/** Consecutive days off under one name, both ends included, as a notice prints them. */
export interface HolidayRange {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/** The yearly arrangement of holidays by the General Office of the State Council (放假办法§7). */
export interface HolidayNotice {
  readonly year: number
  /** 国办发明电〔2025〕7号 */
  readonly number: string
  readonly holidays: readonly HolidayRange[]
  /** 调休上班: Saturdays and Sundays on which work is done. */
  readonly makeUpDays: readonly Day[]
  /** True where the paper changes an earlier notice of the same year instead of replacing it. */
  readonly amends?: boolean
}

/** Days that a region or an organ has beside the national ones, e.g. minority holidays (放假办法§4). */
export interface HolidayOverlay {
  readonly name: string
  readonly number: string
  readonly holidays: readonly HolidayRange[]
  readonly makeUpDays: readonly Day[]
}

/** Years whose notice is known; the days themselves come from the table that `calendar.ts` reads. */
export const noticeNumbers: Readonly<Record<number, string>> = {
  2019: '国办发明电〔2018〕15号',
  2020: '国办发明电〔2019〕16号',
  2021: '国办发明电〔2020〕27号',
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
}

/** The Spring Festival of 2020 was prolonged while it lasted; 1 February, a make-up day before, became one off. */
export const amendments: readonly { number: string; from: Day; to: Day }[] = [
  { number: '国办发明电〔2020〕1号', from: '2020-01-31', to: '2020-02-02' },
]

/**
 * The days that the law itself gives all citizens in a year not announced yet (放假办法§2). They are the least
 * that will be free: rest days owed for those on a weekend (放假办法§6) and make-up days are still unknown, so
 * they serve only to make a provisional answer less wrong. Lunar New Year 2027 is 6 February: the new moon falls
 * at 23:56 Beijing time, and platform calendars that place it on the 7th are a day late.
 */
export const statutoryHolidays: Readonly<Record<number, readonly HolidayRange[]>> = {
  2027: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
    { name: '春节', from: '2027-02-05', to: '2027-02-08' },
    { name: '清明', from: '2027-04-05', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
    { name: '端午', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
  ],
}

/** The name under which a day is explained that rests on the statute alone. */
export const statuteName = '全国年节及纪念日放假办法'
