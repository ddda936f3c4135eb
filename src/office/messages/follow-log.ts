/**
 * Tells web hooks what the log says of cases since they were told last. The log is the one place where everything that
 * happens to a case stands, by whatever door it came; and an act need not wait for who wants to hear of it.
 */
import type { Moment, NewMessage, Office, OrganId, StoredEvent, Unit } from '../ports.ts'
import { filingEvents } from '../reports/annual/events.ts'
import type { EventKind } from '../requests/index.ts'
import { reportYearOf, requestOf } from '../streams.ts'
import { composeHooks, hooksOf, placeKey } from './hooks.ts'

/** Events of one transaction. */
const step = 200

/** Goes on to the end of the organ's log; how many messages were put. Told once, since the place is kept with them. */
export async function followLog(office: Office, organ: OrganId, at: Moment): Promise<number> {
  let told = 0
  for (;;) {
    const { put, more } = await office.inTransaction(organ, (unit) => followWithin(unit, at))
    told += put
    if (!more) return told
  }
}

async function followWithin(
  unit: Unit,
  at: Moment,
): Promise<{ readonly put: number; readonly more: boolean }> {
  const hooks = await hooksOf(unit)
  if (hooks.length === 0) return { put: 0, more: false }
  const place = (await unit.settings.get<number>(placeKey)) ?? 0
  const events = await unit.events.read(place, step)
  const last = events.at(-1)
  if (last === undefined) return { put: 0, more: false }
  const messages: NewMessage[] = []
  for (const event of events) messages.push(...(await messagesOf(unit, hooks, event, at)))
  const fresh = await unit.outbox.putAll(messages, at)
  await unit.settings.set(placeKey, last.seq, { actor: 'system', at })
  return { put: fresh.length, more: events.length === step }
}

/** Of a case or an annual report; what else the log has, such as roles given, is nobody's outside. */
async function messagesOf(
  { organ, cases, filings }: Unit,
  hooks: Parameters<typeof composeHooks>[0],
  { stream, kind, on, seq }: StoredEvent,
  at: Moment,
): Promise<readonly NewMessage[]> {
  const report = reportYearOf(stream)
  if (report !== null) {
    const filing = kind in filingEvents ? await filings.of(organ, report) : null
    if (filing === null) return []
    const event = kind as keyof typeof filingEvents
    return composeHooks(hooks, organ, { event, report, status: filing.status, on, once: String(seq), at })
  }
  const request = requestOf(stream)
  const row = request === null ? null : await cases.get(request)
  if (request === null || row === null) return []
  const { number, status } = row
  return composeHooks(hooks, organ, {
    event: kind as EventKind,
    request,
    number: number ?? '',
    status,
    on,
    once: String(seq),
    at,
  })
}
