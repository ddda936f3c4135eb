import type { Migration } from 'kysely/migration'
import * as founding from './0001-founding.ts'
import * as staff from './0002-staff.ts'
import * as published from './0003-published.ts'
import * as caseVariant from './0004-case-variant.ts'
import * as jobRuns from './0005-job-runs.ts'
import * as disputedCases from './0006-disputed-cases.ts'
import * as openCasesOfHandlers from './0007-open-cases-of-handlers.ts'
import * as examinedReports from './0008-examined-reports.ts'
import * as annualFilings from './0009-annual-filings.ts'
import * as mentions from './0010-mentions-and-views.ts'
import * as documents from './0013-documents.ts'
import * as disclosureRecords from './0014-disclosure-records.ts'
import * as search from './0015-search.ts'
import * as supervisionRecords from './0016-supervision-records.ts'
import * as assessmentRecords from './0017-assessment-records.ts'
import * as daysTaken from './0020-days-taken.ts'
import * as documentVisits from './0021-document-visits.ts'
import * as searchByMonth from './0022-search-by-month.ts'
import * as outsideLinks from './0023-outside-links.ts'
import * as endedEntries from './0024-ended-entries.ts'
import * as changedOrgans from './0025-changed-organs.ts'

/** In their order. What has been released is not changed any more; a new one is added at the end, with the next number. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-founding': founding,
  '0002-staff': staff,
  '0003-published': published,
  '0004-case-variant': caseVariant,
  '0005-job-runs': jobRuns,
  '0006-disputed-cases': disputedCases,
  '0007-open-cases-of-handlers': openCasesOfHandlers,
  '0008-examined-reports': examinedReports,
  '0009-annual-filings': annualFilings,
  '0010-mentions-and-views': mentions,
  '0013-documents': documents,
  '0014-disclosure-records': disclosureRecords,
  '0015-search': search,
  '0016-supervision-records': supervisionRecords,
  '0017-assessment-records': assessmentRecords,
  '0020-days-taken': daysTaken,
  '0021-document-visits': documentVisits,
  '0022-search-by-month': searchByMonth,
  '0023-outside-links': outsideLinks,
  '0024-ended-entries': endedEntries,
  '0025-changed-organs': changedOrgans,
}
