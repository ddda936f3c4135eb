import type { Office } from '../../ports.ts'
import { type SourceDeed, type SourceOutcome, sourceDeed } from './deed.ts'
import { refuse } from './refusal.ts'

/** Has a report read again, as after the reader has learnt more. The reading of the machine then counts; all stay. */
export const readAgain = (office: Pick<Office, 'inTransaction'>, deed: SourceDeed): Promise<SourceOutcome> =>
  sourceDeed(office, deed, ({ state }) =>
    state === 'waiting'
      ? refuse('beingRead', '这份年报已经在排队读取，请稍候。', '条例§50')
      : { kind: 'readingAsked', data: {} },
  )
