import type { Insertable, Selectable } from 'kysely'
import type { CaseDue, CaseFacts, CaseId, CaseRow, OrganId } from '../office/ports.ts'
import { canonical } from './canonical.ts'
import type { RequestCaseTable } from './schema.ts'

/** Before any due day was derived. */
export const noDue: CaseDue = { due: null, firm: false, took: null, calendarVersion: '' }

export function toRow(
  organ: OrganId,
  id: CaseId,
  version: number,
  facts: CaseFacts,
  { due, firm, took, calendarVersion }: CaseDue,
): Insertable<RequestCaseTable> {
  return {
    organ,
    id,
    version,
    number: facts.number,
    variant: facts.variant,
    status: facts.status,
    channel: facts.channel,
    applicant_kind: facts.applicantKind,
    applicant: facts.applicant,
    handler: facts.handler,
    arrived_on: facts.arrivedOn,
    received_on: facts.receivedOn,
    sort_on: facts.receivedOn ?? '9999-12-31',
    disposition: facts.disposition,
    matter: facts.matter,
    answered_on: facts.answeredOn,
    closed_on: facts.closedOn,
    more: canonical(facts.more),
    due,
    open_due: facts.closedOn === null ? due : null,
    firm,
    took,
    calendar_version: calendarVersion,
  }
}

export function fromRow(row: Selectable<RequestCaseTable>): CaseRow {
  return {
    organ: row.organ,
    id: row.id,
    version: row.version,
    number: row.number,
    variant: row.variant as CaseRow['variant'],
    status: row.status,
    channel: row.channel as CaseRow['channel'],
    applicantKind: row.applicant_kind as CaseRow['applicantKind'],
    applicant: row.applicant,
    handler: row.handler,
    arrivedOn: row.arrived_on,
    receivedOn: row.received_on,
    disposition: row.disposition as CaseRow['disposition'],
    matter: row.matter as CaseRow['matter'],
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
    more: row.more,
    due: row.due,
    firm: row.firm,
    took: row.took,
    calendarVersion: row.calendar_version,
  }
}

/** The facts of a row without what the store adds. */
export function factsOf(row: CaseRow): CaseFacts {
  const { organ: _, id: __, version: ___, due: ____, firm: _____, took: ______, ...rest } = row
  const { calendarVersion: _______, ...facts } = rest
  return facts
}
