/** An organ as the rules of the annual report see it, and when its report is due (条例§49). */
import type { OrganKind as OfficeKind } from '../../../law/review-organs.ts'
import type { OrganKind } from '../../../report/report.ts'
import { makesRules, type OrganRecord, recordOf } from '../../organs/organ.ts'
import type { OrganRow } from '../../ports.ts'

export interface ReportOrgan {
  readonly name: string
  readonly kind: OrganKind
  readonly mayMakeRules: boolean
  readonly record: OrganRecord
}

const kinds: Readonly<Record<Exclude<OfficeKind, 'localGovernment'>, OrganKind>> = {
  localDepartment: 'department',
  township: 'townshipGovernment',
  provincialGovernment: 'provincialGovernment',
  stateCouncilDepartment: 'state',
  verticalOrgan: 'department',
  customs: 'department',
  justiceDepartment: 'department',
  dispatchedBody: 'other',
  districtDispatchedBody: 'other',
  authorisedOrganisation: 'other',
}

/** The organ of a row. */
export function reportOrganOf(row: OrganRow): ReportOrgan {
  const record = recordOf(row, () => undefined)
  const kind =
    record.kind === 'localGovernment'
      ? record.level === 'city'
        ? 'cityGovernment'
        : 'countyGovernment'
      : (kinds[record.kind] ?? 'other')
  return { name: record.name, kind, mayMakeRules: makesRules(record), record }
}
