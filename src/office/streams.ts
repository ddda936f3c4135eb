/** Names of the streams of events: 'kind/id'. Each kind is named here and nowhere else. */
import type { Day } from '../law/day.ts'
import type { CaseId, OrganId } from './ports.ts'

/** What the streams of all cases begin with. */
export const requestStreams = 'request/'
const staff = 'staff/'
/** What the streams of all reports of others that are examined here begin with. */
export const reportSources = 'report-source/'
const annual = 'report/'
/** What the streams of all documents begin with. */
export const documentStreams = 'document/'

/** Stream of a request's events. */
export const streamOfRequest = (id: CaseId): string => requestStreams + id

/** The request that a stream is the history of, or null where it is of another kind. */
export const requestOf = (stream: string): CaseId | null =>
  stream.startsWith(requestStreams) ? stream.slice(requestStreams.length) : null

/** Stream of what became of a member of staff: roles given and taken, suspension. */
export const streamOfStaff = (id: string): string => staff + id

/** The member of staff that a stream is about, or null where it is of another kind. */
export const staffOf = (stream: string): string | null =>
  stream.startsWith(staff) ? stream.slice(staff.length) : null

/** Stream of what administrators did to an organ and to what it settles for itself. */
export const streamOfOrgan = (id: OrganId): string => `organ/${id}`

/** Stream of the words of a kind of letter at the organ whose log it stands in. */
export const streamOfTemplate = (kind: string): string => `template/${kind}`

/** Stream of what was done to an applicant's record: revealed, erased. */
export const streamOfApplicant = (id: string): string => `applicant/${id}`

/** Stream of a day's visitors who found what they wanted among what is public already. */
export const streamOfDeflections = (day: Day): string => `deflection/${day}`

/** Stream of what applicants thought of the service, in cases that ended in a year. */
export const streamOfRatings = (year: number): string => `rating/${year}`

/** Stream of the faults that visitors told of on public pages in a year. */
export const streamOfFaultReports = (year: number): string => `fault-report/${year}`

/** Stream of the lists from which the organ's published items were brought in. */
export const streamOfPublished = 'published/items'

/** Stream of a report that others published and that is examined here: kept, read, corrected, matched, withdrawn. */
export const streamOfReportSource = (id: string): string => reportSources + id

/** The kept report that a stream is the history of, or null where it is of another kind. */
export const reportSourceOf = (stream: string): string | null =>
  stream.startsWith(reportSources) ? stream.slice(reportSources.length) : null
/** Stream of the organ's own annual report for a year. */
export const streamOfReport = (year: number): string => annual + year

/** The year of the annual report that a stream is about, or null where it is of another kind. */
export const reportYearOf = (stream: string): number | null =>
  stream.startsWith(annual) ? Number(stream.slice(annual.length)) : null
/** Stream of a document's events. */
export const streamOfDocument = (id: string): string => documentStreams + id

/** The document that a stream is the history of, or null where it is of another kind. */
export const documentOf = (stream: string): string | null =>
  stream.startsWith(documentStreams) ? stream.slice(documentStreams.length) : null

/** What the streams of all records beside the documents begin with. */
export const recordStreams = 'record/'

/** Stream of a record of a kind. */
export const streamOfRecord = (kind: string, id: string): string => `${recordStreams}${kind}/${id}`

/** What the streams of all records of supervision begin with. */
export const supervisionStreams = 'supervision/'

/** What the streams of all records of assessments begin with. */
export const assessmentStreams = 'assessment/'

/** Stream of a system of indicators, a round, a sheet, a questionnaire, or of evidence. */
export const streamOfAssessment = (kind: string, id: string): string => `${assessmentStreams}${kind}/${id}`

/** Stream of a record of supervision, in the log of the organ that supervises. */
export const streamOfSupervision = (kind: string, id: string): string => `${supervisionStreams}${kind}/${id}`
