/**
 * What administrators did to organs and to what organs settle for themselves. An organ's change stands in the log of
 * the organ at which it was made: that of a new one in its superior's. Nothing personal: an organ is public.
 */
import type { Day } from '../../law/day.ts'
import type { NewEvent, OrganId } from '../ports.ts'
import type { FieldChange } from './plan-import.ts'

export interface AdministrationEventData {
  organAdded: { readonly code: string; readonly name: string }
  organChanged: { readonly code: string; readonly changes: readonly FieldChange[] }
  organClosed: { readonly because: string; readonly successor?: OrganId | null }
  organReopened: { readonly because: string }
  /** `key`: which setting. The value stands among the settings; why, where a reason is asked for. */
  settingSettled: { readonly key: string; readonly because: string | null }
  /** The words from now on, null for those of the software: the history of a template is its stream. */
  templateSettled: { readonly kind: string; readonly text: string | null }
  calendarPublished: { readonly scope: 'national' | 'organ'; readonly number: string; readonly moved: number }
}

export type AdministrationEventKind = keyof AdministrationEventData

export type AdministrationEvent<Kind extends AdministrationEventKind = AdministrationEventKind> = {
  readonly [K in Kind]: NewEvent<K, AdministrationEventData[K]>
}[Kind]

/** An event of administration on its day. */
export const administered = <Kind extends AdministrationEventKind>(
  kind: Kind,
  on: Day,
  data: AdministrationEventData[Kind],
) => ({ kind, on, data }) as AdministrationEvent<Kind>
