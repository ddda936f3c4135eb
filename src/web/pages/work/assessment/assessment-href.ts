/** Where the pages of assessment are, for the organ that assesses and for the one that is assessed. */
const at = (organ: string, ...parts: readonly string[]): string =>
  `/work/${[organ, ...parts].map(encodeURIComponent).join('/')}`

export const assessmentHref = (organ: string): string => at(organ, 'assessment')
export const newRoundHref = (organ: string): string => at(organ, 'assessment', 'new')
export const roundHref = (organ: string, round: string): string => at(organ, 'assessment', 'rounds', round)
export const sheetHref = (organ: string, round: string, subject: string): string =>
  at(organ, 'assessment', 'rounds', round, 'sheets', subject)
export const noticeHref = (organ: string, round: string): string =>
  at(organ, 'assessment', 'rounds', round, 'notice')
export const noticeFileHref = (organ: string, round: string, format: string): string =>
  at(organ, 'assessment', 'rounds', round, 'notice', format)
export const systemHref = (organ: string, system: string): string =>
  at(organ, 'assessment', 'systems', system)
export const systemFileHref = (organ: string, system: string, format: string): string =>
  at(organ, 'assessment', 'systems', system, 'file', format)
export const newSurveyHref = (organ: string): string => at(organ, 'surveys', 'new')
export const surveyHref = (organ: string, survey: string): string => at(organ, 'surveys', survey)
/** The organ's own sheet of a round. */
export const ownSheetHref = (organ: string, round: string): string => at(organ, 'assessments', round)
export const evidenceHref = (organ: string, year?: number): string =>
  `${at(organ, 'evidence')}${year === undefined ? '' : `?year=${year}`}`
/** The same, about to file a thing that the house has, by its id. */
export const filingHref = (organ: string, thing: string): string =>
  `${at(organ, 'evidence')}?thing=${encodeURIComponent(thing)}#f-placeOf`
export const packHref = (organ: string, year: number): string => at(organ, 'evidence', 'packs', String(year))

/** Where pages of assessment lie beside its own address. */
export const assessmentRooms = (organ: string): readonly string[] =>
  ['surveys', 'assessments', 'evidence'].map((room) => at(organ, room))

const inPublic = (organ: string, ...parts: readonly string[]): string =>
  `/organs/${[organ, ...parts].map(encodeURIComponent).join('/')}`

export const publicAssessmentsHref = (organ: string): string => inPublic(organ, 'assessments')
export const publicNoticeHref = (organ: string, round: string): string =>
  inPublic(organ, 'assessments', round)
export const publicSurveyHref = (organ: string, survey: string): string => inPublic(organ, 'surveys', survey)
