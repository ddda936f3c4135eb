/**
 * What a letter says on review and suit. The route is the law's (`law/remedies.ts`), as of the day of the decision;
 * here it is put into words, with the names and periods that 复议法§23¶2 and §22¶2 ask for.
 */
import { type Calendar, nationalCalendar } from '../../law/calendar.ts'
import { formatCitationForPublic } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import type { GroundKey } from '../../law/grounds.ts'
import { type RemedyRoute, remedyRoute } from '../../law/remedies.ts'
import { oneLine } from '../../writer/letter.ts'
import type { LetterDefinition } from './definition.ts'
import { type LetterOrgan, missingOrganData } from './organ.ts'
import type { Problem } from './problem.ts'

/** Every letter against which a remedy is open calls itself so. */
const paper = '本告知书'

export interface RemedyFacts {
  readonly decidedOn: Day
  readonly servedOnline: boolean
  /** Grounds on which parts were withheld, for a partial grant. */
  readonly withheld: readonly GroundKey[]
}

/** The same, and how the addressee is spoken to: 你 or 你单位. */
export interface ClauseFacts extends RemedyFacts {
  readonly you: string
}

/** The route open against a letter, with the certainty of it; null for letters that are no act (consultations). */
export function routeOf(
  { act }: LetterDefinition,
  organ: LetterOrgan,
  facts: RemedyFacts,
  calendar: Calendar = nationalCalendar,
): RemedyRoute | null {
  return act === null ? null : remedyRoute({ act, organ: organ.kind, ...facts }, calendar)
}

/** Paragraphs on remedies, none where none is open; or what is wanting to name them. */
export function remediesClause(
  definition: LetterDefinition,
  organ: LetterOrgan,
  facts: ClauseFacts,
): readonly string[] | readonly Problem[] {
  const route = routeOf(definition, organ, facts)
  if (route === null || route.review === null) return []
  const mustGoOnline = route.duties.some(({ cites }) => (cites as readonly string[]).includes('复议法§22¶2'))
  const wanting = [
    ...(names(organ).length === 0 ? ['行政复议机关'] : []),
    ...(oneLine(organ.court) === '' ? ['管辖法院'] : []),
    ...(mustGoOnline && oneLine(organ.onlineReview ?? '') === '' ? ['网上行政复议渠道'] : []),
  ]
  if (wanting.length > 0) return wanting.map(missingOrganData)
  return [
    ...wording(route, organ, facts),
    ...(mustGoOnline ? [`行政复议申请书可以通过互联网提交：${oneLine(organ.onlineReview ?? '')}。`] : []),
  ]
}

function wording(route: RemedyRoute, organ: LetterOrgan, { you, withheld }: ClauseFacts): readonly string[] {
  if (route.certainty === 'disputed') return [disputed(organ, `${you}对${paper}不服的`, ruling(route))]
  if (route.route !== 'reviewFirst') return [either(organ, `${you}对${paper}不服的`, ruling(route))]
  if (withheld.length === 0) return [reviewFirst(organ, `${you}对${paper}不服的`, ruling(route))]
  return [
    reviewFirst(
      organ,
      `${you}对${paper}中依据《政府信息公开条例》第十四条、第十五条、第十六条不予公开的内容不服的`,
      ruling(route),
    ),
    either(organ, `${you}对${paper}的其他内容不服的`, ruling(route)),
  ]
}

/** 国务院's final ruling is open against review decisions of ministries and provinces (复议法§26). */
function ruling({ review }: RemedyRoute): string {
  return review?.cites.includes('复议法§26') ? '，也可以向国务院申请裁决' : ''
}

function reviewFirst(organ: LetterOrgan, whoever: string, ruled: string): string {
  return (
    `${whoever}，依据${formatCitationForPublic('复议法§23¶1(4)')}，应当先申请行政复议：可以自收到${paper}之日起60日内，` +
    `向${reviewers(organ)}申请行政复议；对行政复议决定不服，或者行政复议机关不予受理、驳回申请、` +
    `逾期不作答复的，可以自收到决定书之日或者行政复议期限届满之日起15日内，` +
    `向${anyCourt(organ)}提起行政诉讼${ruled}。`
  )
}

function either(organ: LetterOrgan, whoever: string, ruled: string): string {
  return (
    `${whoever}，依据${formatCitationForPublic('条例§51')}，可以自收到${paper}之日起60日内，向${reviewers(organ)}申请行政复议，` +
    `或者自收到${paper}之日起6个月内，直接向${organ.court}提起行政诉讼。对行政复议决定不服的，` +
    `可以自收到行政复议决定书之日起15日内提起行政诉讼${ruled}。`
  )
}

/** Where courts have differed on whether review must come first, both ways are told, and the safer one advised. */
function disputed(organ: LetterOrgan, whoever: string, ruled: string): string {
  return (
    `${whoever}，可以自收到${paper}之日起60日内，向${reviewers(organ)}申请行政复议；对行政复议决定不服的，` +
    `可以自收到行政复议决定书之日起15日内，向${anyCourt(organ)}提起行政诉讼${ruled}。` +
    `也可以自收到${paper}之日起6个月内，直接向${organ.court}提起行政诉讼。鉴于对此类答复是否属于` +
    `${formatCitationForPublic('复议法§23¶1(4)')}规定的应当先申请行政复议的情形存在不同认识，建议先申请行政复议。`
  )
}

/** After a review the suit may lie with the court of another place (行政诉讼法第十八条). */
function anyCourt({ court }: LetterOrgan): string {
  return court.startsWith('有管辖权') ? court : `${court}或者其他有管辖权的人民法院`
}

function names({ reviewOrgans }: LetterOrgan): readonly string[] {
  return reviewOrgans.map(oneLine).filter((name) => name !== '')
}

function reviewers(organ: LetterOrgan): string {
  return names(organ).join('或者')
}
