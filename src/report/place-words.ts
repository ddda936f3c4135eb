import type { Place } from './reading.ts'

/** A place in a source, as one says it: 第 3 页第 12 行; 第 2 张表第 5 行第 9 列. Empty where nothing is known of it. */
export const placeWords = ({ sheet, page, line, table, row, column }: Place): string =>
  [
    sheet && `工作表“${sheet}”`,
    page && `第 ${page} 页`,
    line && `第 ${line} 行`,
    table && sheet === undefined && `第 ${table} 张表`,
    row && `第 ${row} 行`,
    row && column && `第 ${column} 列`,
  ]
    .filter(Boolean)
    .join('')
