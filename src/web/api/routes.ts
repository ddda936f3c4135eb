/** Every route of the API. */
import type { Route } from '../http/route.ts'
import { appearanceRoutes } from './public/appearance.ts'
import { applicationRoutes } from './public/applications.ts'
import { publicAssessmentRoutes } from './public/assessment.ts'
import { publicCatalogueRoutes } from './public/catalogue.ts'
import { consultationRoutes } from './public/consultations.ts'
import { publishedDocumentRoutes } from './public/documents.ts'
import { feedbackRoutes } from './public/feedback.ts'
import { guideRoutes } from './public/guides.ts'
import { participationRoutes } from './public/participation.ts'
import { publicReportRoutes } from './public/reports.ts'
import { searchRoutes } from './public/search.ts'
import { publicSpecialRoutes } from './public/specials.ts'
import { trackingRoutes } from './public/tracking.ts'
import { trackingFileRoutes } from './public/tracking-files.ts'
import { trackingSlipRoutes } from './public/tracking-slip.ts'
import { setUpRoutes } from './set-up.ts'
import { accountRoutes } from './staff/accounts.ts'
import {
  cellRoutes,
  comparisonRoutes,
  countingRoutes,
  filingRoutes,
  reminderRoutes,
  reportRoutes,
  sumRoutes,
  writingRoutes,
} from './staff/annual/index.ts'
import { applicantRoutes } from './staff/applicants.ts'
import { assessmentRoutes } from './staff/assessment/index.ts'
import { boardRoutes } from './staff/board.ts'
import { calendarRoutes } from './staff/calendar.ts'
import { disclosureOverviewRoutes } from './staff/disclosure-overview.ts'
import { disclosureRecordRoutes, recordStepRoutes } from './staff/disclosure-records.ts'
import { documentFileRoutes } from './staff/document-files.ts'
import { documentLookRoutes } from './staff/document-looks.ts'
import { documentMaskRoutes } from './staff/document-masks.ts'
import { documentTransferRoutes } from './staff/document-transfer.ts'
import { documentVerbRoutes } from './staff/document-verbs.ts'
import { documentWatchRoutes } from './staff/document-watch.ts'
import { documentRoutes } from './staff/documents.ts'
import { staffFeedbackRoutes } from './staff/feedback.ts'
import { installationRoutes } from './staff/installation.ts'
import { intakeRoutes } from './staff/intake.ts'
import { intakeLookRoutes } from './staff/intake-look.ts'
import { letterRoutes } from './staff/letters.ts'
import { logRoutes } from './staff/log.ts'
import { meRoutes } from './staff/me.ts'
import { normativeRegisterRoutes } from './staff/normative-register.ts'
import { numberingRoutes } from './staff/numbering.ts'
import { organRoutes } from './staff/organs.ts'
import { overviewRoutes } from './staff/overview.ts'
import { paperRoutes } from './staff/papers.ts'
import { peopleRoutes } from './staff/people.ts'
import { policyRoutes } from './staff/policy.ts'
import { publicationActRoutes } from './staff/publication-acts.ts'
import { publishedRoutes } from './staff/published.ts'
import { registerRoutes } from './staff/register.ts'
import { examinedFileRoutes } from './staff/report-files.ts'
import { examinedRoutes } from './staff/reports.ts'
import { requestRoutes } from './staff/requests.ts'
import { settingRoutes } from './staff/settings.ts'
import { standardCatalogueRoutes } from './staff/standard-catalogue.ts'
import {
  findingFileRoutes,
  glanceRoutes,
  inspectionRoutes,
  mendingRoutes,
  mockRoutes,
  sampleRoutes,
  sentMockRoutes,
  supervisionRecordRoutes,
  supervisionTaskRoutes,
} from './staff/supervision/index.ts'
import { templateRoutes } from './staff/templates.ts'
import { verbRoutes } from './staff/verbs.ts'
import { viewRoutes } from './staff/views.ts'

/** Those that are written out one by one; the verbs are made from their forms. */
const typed = [
  ...meRoutes,
  ...intakeRoutes,
  ...intakeLookRoutes,
  ...requestRoutes,
  ...registerRoutes,
  ...paperRoutes,
  ...letterRoutes,
  ...applicantRoutes,
  ...boardRoutes,
  ...examinedRoutes,
  ...examinedFileRoutes,
  ...cellRoutes,
  ...reportRoutes,
  ...writingRoutes,
  ...filingRoutes,
  ...reminderRoutes,
  ...countingRoutes,
  ...comparisonRoutes,
  ...overviewRoutes,
  ...sumRoutes,
  ...assessmentRoutes,
  ...publicAssessmentRoutes,
  ...organRoutes,
  ...calendarRoutes,
  ...templateRoutes,
  ...settingRoutes,
  ...policyRoutes,
  ...numberingRoutes,
  ...viewRoutes,
  ...peopleRoutes,
  ...accountRoutes,
  ...documentRoutes,
  ...publicationActRoutes,
  ...documentFileRoutes,
  ...documentLookRoutes,
  ...documentMaskRoutes,
  ...normativeRegisterRoutes,
  ...documentWatchRoutes,
  ...standardCatalogueRoutes,
  ...documentTransferRoutes,
  ...publishedDocumentRoutes,
  ...publicCatalogueRoutes,
  ...searchRoutes,
  ...participationRoutes,
  ...publicSpecialRoutes,
  ...appearanceRoutes,
  ...disclosureOverviewRoutes,
  ...disclosureRecordRoutes,
  ...publishedRoutes,
  ...findingFileRoutes,
  ...glanceRoutes,
  ...inspectionRoutes,
  ...mendingRoutes,
  ...mockRoutes,
  ...supervisionRecordRoutes,
  ...sampleRoutes,
  ...sentMockRoutes,
  ...supervisionTaskRoutes,
  ...logRoutes,
  ...installationRoutes,
  ...setUpRoutes,
  ...guideRoutes,
  ...publicReportRoutes,
  ...applicationRoutes,
  ...trackingRoutes,
  ...trackingFileRoutes,
  ...trackingSlipRoutes,
  ...consultationRoutes,
  ...feedbackRoutes,
  ...staffFeedbackRoutes,
]

export const routes: readonly Route[] = [...typed, ...verbRoutes, ...documentVerbRoutes, ...recordStepRoutes]

/** The routes by their ids, for whoever calls them typed. */
export type RouteOf<Id extends RouteId> = Extract<(typeof typed)[number], { readonly id: Id }>
export type RouteId = (typeof typed)[number]['id']
