/** The daily round over an organ's documents: what ended by its own last day is recorded, and heads are told what waits. */
import { works } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { formatChinese } from '../../law/day.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { composeForStaff } from '../messages/compose-message.ts'
import { messageHouseOf } from '../messages/message-house.ts'
import { addressBookOf } from '../messages/recipients.ts'
import type { Moment, Office, OrganId } from '../ports.ts'
import { checkDocuments, type DocumentFinding, documentChecks } from './checks/check-documents.ts'
import { handleDocument } from './handle-document.ts'

export interface DocumentSweep {
  /** Documents recorded as expired. */
  readonly expired: readonly string[]
  readonly findings: readonly DocumentFinding[]
}

const system = { id: 'system', role: 'system', scope: 'organ' } as const

/** Made twice on a day it is made once: what has expired is on record, and a message is named after its day. */
export async function sweepDocuments(
  office: Office,
  organ: OrganId,
  { today, now: at }: { readonly today: Day; readonly now: Moment },
): Promise<DocumentSweep> {
  const before = await checkDocuments(office, organ, today)
  const expired: string[] = []
  for (const { id } of before.filter(({ check }) => check === 'lapsed')) {
    const row = await office.documents.get(organ, id)
    if (row?.expiresOn == null) continue
    const because = `文件规定的有效期至${formatChinese(row.expiresOn)}，期满自动失效。`
    const context = { today, actor: system }
    const handling = { organ, document: id, action: 'expireDocument', context, at } as const
    const done = await handleDocument(office, { ...handling, command: { because } })
    if (!('failure' in done) && !done.refused) expired.push(id)
  }
  const findings = expired.length === 0 ? before : await checkDocuments(office, organ, today)
  await remind(office, organ, findings, { today, at })
  return { expired, findings }
}

async function remind(
  office: Office,
  organ: OrganId,
  findings: readonly DocumentFinding[],
  { today, at }: { readonly today: Day; readonly at: Moment },
): Promise<void> {
  const urgent = findings.filter(({ check }) => documentChecks[check].gravity !== 'note')
  const calendar = await calendarOf(office, organ)
  if (urgent.length === 0 || !works(calendar, today)) return
  await office.inTransaction(organ, async (unit) => {
    const [house, book] = [await messageHouseOf(unit), await addressBookOf(unit.staff, organ)]
    const facts = { count: `${urgent.length}` }
    const told = { kind: 'documentsAmiss', about: organ, number: '', facts, once: today, today, at } as const
    await unit.outbox.putAll(composeForStaff(house, told, book.holders('head')), at)
  })
}
