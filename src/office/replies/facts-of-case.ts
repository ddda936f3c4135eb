/**
 * What the file of a request knows for its letters, so that an officer types only what nobody can know. Days, numbers
 * and names of record are `known`, and a letter says them as they are; what was written in other words on the way is
 * `suggested`, and may be worded anew.
 */

import { requirements } from '../../law/application.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { explainDays } from '../../law/explain.ts'
import { receiptOf } from '../../law/receipt.ts'
import { maskPersonalData } from '../attachments/personal-data.ts'
import { deliveryWays, provisionForms } from '../intake/content.ts'
import type { Facts } from '../letters/facts.ts'
import { type Consultation, parties } from '../requests/index.ts'
import { payByOf } from '../requests/lapse.ts'
import { type AskedFor, type CaseFile, lastOf } from './case-file.ts'

export interface CaseFacts {
  readonly known: Facts
  readonly suggested: Facts
}

/** The facts of a letter: what is typed goes before a suggestion, never before what is on record. */
export const withTyped = ({ known, suggested }: CaseFacts, typed: Facts): Facts => ({
  ...given(suggested),
  ...given(typed),
  ...given(known),
})

/** All that the file knows, whichever letter it is for. Pure. */
export function factsOfCase(file: CaseFile): CaseFacts {
  return {
    known: given({
      ...opening(file),
      ...receipt(file),
      ...correction(file),
      ...extension(file),
      ...excess(file),
      ...fee(file),
      ...ending(file),
    }),
    suggested: given({ ...wishes(file.asked), ...wordings(file), ...search(file), ...opinions(file) }),
  }
}

function opening({ state }: CaseFile): Facts {
  const { number, arrival, progress } = state
  // What is moved on or withdrawn before its receipt was confirmed had come in all the same.
  const receivedOn = progress.receivedOn ?? (progress.ended === null ? null : arrival?.arrivedOn)
  return {
    applicationNo: number ?? undefined,
    receivedOn: receivedOn ?? undefined,
    channel: arrival?.channel,
  }
}

function receipt({ state: { arrival, progress }, clock, calendar }: CaseFile): Facts {
  const { receivedOn } = progress
  if (arrival === null || receivedOn === null) return {}
  const { due } = clock
  return {
    receiptBasis: receiptOf({ ...arrival, confirmedOn: receivedOn }).because,
    dueOn: due ?? undefined,
    dueNote: due === null ? undefined : explainDays(calendar, receivedOn, due) || undefined,
  }
}

function correction(file: CaseFile): Facts {
  const asked = lastOf(file, 'correctionAsked')
  return {
    correctionAskedOn: asked?.on,
    correctBy: asked?.by,
    corrections: asked?.items.map(({ what }) => what),
    correctedOn: file.state.correction?.correctedOn ?? undefined,
  }
}

function extension(file: CaseFile): Facts {
  // A count that began anew is not extended.
  if (file.state.extension.granted === 0) return {}
  const { steps } = file.clock
  const step = steps.findLastIndex(({ event }) => event === 'extended')
  return {
    extensionDays: lastOf(file, 'extended')?.days,
    extensionReason: lastOf(file, 'extensionProposed')?.because,
    extendedTo: steps[step]?.due ?? undefined,
  }
}

/** The due day before the last extension: what the notice of it has to name. */
export function dueBeforeExtension({ clock: { steps } }: Pick<CaseFile, 'clock'>): Day | undefined {
  const step = steps.findLastIndex(({ event }) => event === 'extended')
  return steps[step - 1]?.due ?? undefined
}

function excess(file: CaseFile): Facts {
  const { reasons } = file.state
  return {
    reasonsAskedOn: reasons?.askedOn,
    reasonsBy: reasons?.by,
    reasonsGivenOn: reasons?.givenOn ?? undefined,
    delayedTo: reasons?.deferredUntil ?? undefined,
  }
}

function fee(file: CaseFile): Facts {
  const asked = lastOf(file, 'feeAsked')
  if (asked === null) return {}
  const { basis, quantity, before } = asked
  return {
    fee: basis === 'piece' ? { basis, quantity, before } : { basis, quantity },
    payWay: asked.payHow,
    feeNoticeNumber: asked.letterNo,
    feeNotifiedOn: file.state.fee?.servedOn ?? undefined,
    payBy: payByOf(file.state, file) ?? undefined,
    feePaid: lastOf(file, 'feePaid')?.amount,
  }
}

function ending(file: CaseFile): Facts {
  const { duplicate } = file.state
  const withdrawn = lastOf(file, 'withdrawn')
  return {
    earlierNumber: duplicate?.letterNo ?? undefined,
    earlierOn: duplicate?.answeredOn ?? undefined,
    withdrawnOn: withdrawn?.on,
    withdrawnHow: withdrawn?.how,
  }
}

/** What is asked for, and how. Numbers of papers and telephones that stand in it are none of a letter's business. */
function wishes(asked: AskedFor | null): Facts {
  if (asked === null) return {}
  const { title, docNo, features, inaccuracy, correction, provision, delivery } = asked
  const named = title && docNo ? `${title}（${docNo}）` : title || docNo
  const parts = [named, features, inaccuracy, correction && `补正为：${correction}`].filter((part) => part)
  return {
    content: parts.length === 0 ? nothingAsked : maskPersonalData(parts.join('；')),
    provideForm: provision === null ? undefined : provisionForms[provision],
    provideWay: delivery === null ? undefined : deliveryWays[delivery],
  }
}

/** It came in all the same, and is asked to be corrected by a letter that has to say so (条例§30). */
const nothingAsked = `未写明${requirements.description.caption}`

const natures = { petition: '信访', complaint: ['投诉', '举报'], inquiry: '咨询' } as const

function wordings(file: CaseFile): Facts {
  const { reasons, movedOn, hint } = file.state
  return {
    excessFacts: lastOf(file, 'reasonsAsked')?.facts,
    reasonsGiven: reasons === null ? undefined : saidOf(reasons.givenOn),
    reasonsJudgement: lastOf(file, 'reasonsRejected')?.because,
    delayReason: lastOf(file, 'deferred')?.because,
    matterNature: movedOn === null ? undefined : natures[movedOn.matter],
    petitionWay: movedOn?.to,
    rightOrgan: hint?.to,
    rightOrganContact: hint?.contact,
  }
}

const saidOf = (givenOn: Day | null): string =>
  givenOn === null ? '期满未说明理由' : `已于${formatChinese(givenOn)}书面说明理由`

function search({ state }: CaseFile): Facts {
  const last = state.retrievals.at(-1)
  if (last === undefined) return {}
  return {
    searchScope: last.places.join('、'),
    searchMethod: `以${last.words.map((word) => `“${word}”`).join('')}为关键词检索`,
    searchResult: last.result,
  }
}

/** How those who were asked stand to it, without saying who they are. */
function opinions({ state }: CaseFile): Facts {
  const ended = state.consultations.filter(({ party, endedOn }) => party === 'thirdParty' && endedOn !== null)
  if (ended.length === 0) return {}
  const said = ended.map(opinionOf)
  const counted = [...new Set(said)].map(
    (words) => `${said.filter((each) => each === words).length}个${words}`,
  )
  const thirdPartyOpinion =
    ended.length === 1 ? said[0] : `征求${ended.length}个第三方的意见，其中${counted.join('，')}`
  return { thirdPartyOpinion }
}

/** What somebody who was asked has said; silence says so too. */
export function opinionOf({ opinion }: Consultation): string {
  switch (opinion) {
    case 'agrees':
      return '同意公开'
    case 'objects':
      return '不同意公开'
    case 'partly':
      return '不同意全部公开'
    case 'noView':
      return '对是否公开未表示意见'
    case null:
      return '逾期未提出意见'
  }
}

/** The facts of one consultation, for the letters about it. */
export function factsOfConsultation(found: Consultation): CaseFacts {
  return {
    known: {
      consultSentOn: found.sentOn,
      consultedParty: found.party === 'thirdParty' ? parties.thirdParty.caption : '其他机关',
      replyBy: found.by ?? undefined,
    },
    suggested: { information: found.matter, thirdPartyOpinion: opinionOf(found) },
  }
}

const given = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts
