import { formatChinese } from '../../../law/day.ts'
import { dayAt, timeAt } from '../../../office/beijing-time.ts'

/** A moment as it is written in Beijing: 2026年3月6日 09:05. */
export const momentText = (moment: string): string => `${formatChinese(dayAt(moment))} ${timeAt(moment)}`
