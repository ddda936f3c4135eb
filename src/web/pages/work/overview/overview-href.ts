import type { FigureKey } from '../../../../office/overview/figures.ts'
import type { DayRange } from '../../../../office/ports.ts'

export const overviewHref = (organ: string, period?: DayRange): string =>
  `/work/${encodeURIComponent(organ)}/overview${period === undefined ? '' : `?${new URLSearchParams({ ...period })}`}`

interface Narrower {
  /** One organ of several. */
  readonly at?: string
  /** Row of the annual report. */
  readonly row?: string
  readonly channel?: string
}

/** The list behind a figure. */
export function casesHref(
  organ: string,
  figure: FigureKey,
  period: DayRange,
  { at, row, channel }: Narrower = {},
): string {
  const asked = new URLSearchParams({ figure, ...period })
  if (at !== undefined) asked.set('at', at)
  if (channel !== undefined) asked.set('channel', channel)
  if (row !== undefined) asked.set('row', row)
  return `${overviewHref(organ)}/cases?${asked}`
}

export const fileHref = (organ: string, period: DayRange, format: 'csv' | 'xlsx'): string =>
  `${overviewHref(organ)}/file?${new URLSearchParams({ ...period, format })}`
