/**
 * The seven questions by which a reply is judged, in their order: 补不补 → 是不是 → 谁负责 → 有没有 → 给不给 →
 * 怎么给 → 怎么答 (order of the Jiangsu norm on handling requests, 苏政办函〔2019〕98号; the answers follow
 * 条例§30–40). Plain data: an answer selects the disposition, and with it ground and letter, or the move that is
 * to be made first. The software suggests; a person answers and signs (个保法§24).
 */
import type { Citation } from '../../law/citation.ts'
import { type DispositionKey, dispositions } from '../../law/dispositions.ts'
import { type GroundKey, grounds } from '../../law/grounds.ts'
import type { RequestAction } from './permissions.ts'

export interface Answer {
  readonly caption: string
  readonly cites: readonly Citation[]
  /** The disposition this answer leads to. */
  readonly selects?: DispositionKey
  /** What has to be done before the questions can go on. */
  readonly first?: RequestAction
  /** Null at the end. */
  readonly next: QuestionId | null
}

export interface Question {
  /** The three characters by which officers know it. */
  readonly title: string
  readonly asks: string
  readonly answers: Readonly<Record<string, Answer>>
}

export type QuestionId =
  | 'correction'
  | 'nature'
  | 'responsibility'
  | 'existence'
  | 'release'
  | 'provision'
  | 'reply'

const table = {
  correction: {
    title: '补不补',
    asks: '申请内容是否齐全、明确，是否需要补正？',
    answers: {
      clear: { caption: '内容齐全明确，不需补正', cites: ['条例§29¶2'], next: 'nature' },
      unclear: { caption: '需要补正', cites: ['条例§30'], first: 'askCorrection', next: null },
      stillUnclear: ends('stillUnclear'),
    },
  },
  nature: {
    title: '是不是',
    asks: '是不是政府信息公开申请，所要的是不是政府信息？',
    answers: {
      information: { caption: '是政府信息公开申请', cites: ['条例§2', '条例§27'], next: 'responsibility' },
      notGovernmentInformation: ends('notGovernmentInformation'),
      petition: ends('petition'),
      publication: ends('publication'),
      registryQuery: ends('registryQuery'),
      repeat: ends('repeat'),
      excessive: ends('excessive'),
      reissue: ends('reissue'),
    },
  },
  responsibility: {
    title: '谁负责',
    asks: '由谁负责公开？',
    answers: {
      thisOrgan: { caption: '本机关负责', cites: ['条例§10'], next: 'existence' },
      jointlyMade: {
        caption: '本机关牵头，与其他机关共同制作',
        cites: ['条例§10¶3', '条例§34'],
        first: 'consultAgency',
        next: 'existence',
      },
      concernsOthers: {
        caption: '本机关负责，内容涉及其他机关',
        cites: ['条例§11¶1', '条例§33¶3'],
        first: 'consultOtherAgency',
        next: 'existence',
      },
      otherOrgan: ends('notThisOrgan'),
      archive: ends('archived'),
    },
  },
  existence: {
    title: '有没有',
    asks: '经检索有没有该信息？',
    answers: {
      held: { caption: '有', cites: ['条例§36'], next: 'release' },
      alreadyPublic: ends('alreadyPublic'),
      notFound: { ...ends('notExist'), first: 'recordRetrieval' },
      needsMaking: ends('needsMaking'),
    },
  },
  release: {
    title: '给不给',
    asks: '能不能公开？',
    answers: {
      all: { caption: '可以公开', cites: ['条例§13¶1'], selects: 'granted', next: 'provision' },
      part: { caption: '可以区分处理，部分公开', cites: ['条例§37'], selects: 'partial', next: 'provision' },
      ...refusals(),
    },
  },
  provision: {
    title: '怎么给',
    asks: '以什么形式提供？',
    answers: {
      asAsked: { caption: '按申请人要求的形式', cites: ['条例§40'], next: 'reply' },
      electronic: {
        caption: '可能危及载体安全或者成本过高，提供电子数据',
        cites: ['条例§40'],
        next: 'reply',
      },
      inspection: { caption: '安排查阅、抄录', cites: ['条例§40'], next: 'reply' },
      fee: {
        caption: '数量、频次明显超过合理范围，先收取信息处理费',
        cites: ['条例§42¶1', '办法§6'],
        first: 'askFee',
        next: 'reply',
      },
    },
  },
  reply: {
    title: '怎么答',
    asks: '何时、怎样答复？',
    answers: {
      onTheSpot: { caption: '当场答复', cites: ['条例§33¶1'], next: null },
      letter: { caption: '期限内书面答复', cites: ['条例§33¶2'], next: null },
      extension: {
        caption: '期限内不能答复，报负责人同意延长',
        cites: ['条例§33¶2'],
        first: 'proposeExtension',
        next: null,
      },
    },
  },
} as const satisfies Record<QuestionId, Question>

/** The questions in their order. */
export const sevenQuestions: Readonly<Record<QuestionId, Question>> = table

type Table = typeof table

/** What was answered so far; keys of `sevenQuestions` and of their answers. */
export type Answers = { readonly [Q in QuestionId]?: keyof Table[Q]['answers'] }

/** Where the answers lead. */
export interface Conclusion {
  /** The question to be answered next; null when all that are needed are answered. */
  readonly open: QuestionId | null
  readonly disposition: DispositionKey | null
  readonly ground: GroundKey | null
  /** Number and title of the letter. */
  readonly letter: { readonly number: string; readonly title: string } | null
  /** Moves to be made before the letter. */
  readonly first: readonly RequestAction[]
  readonly cites: readonly Citation[]
}

/** Follows the answers from the first question. Answers off the path are left aside; an unknown one stops it. */
export function conclude(answers: Answers): Conclusion {
  let question: QuestionId | null = 'correction'
  let disposition: DispositionKey | null = null
  const first: RequestAction[] = []
  const cites: Citation[] = []
  while (question !== null) {
    const id: string | undefined = answers[question]
    const options: Question['answers'] = sevenQuestions[question].answers
    const answer: Answer | undefined =
      id !== undefined && Object.hasOwn(options, id) ? options[id] : undefined
    if (answer === undefined) break
    disposition = answer.selects ?? disposition
    if (answer.first !== undefined) first.push(answer.first)
    cites.push(...answer.cites)
    question = answer.next
  }
  const chosen = disposition === null ? null : dispositions[disposition]
  return {
    open: question,
    disposition,
    ground: chosen?.ground ?? null,
    letter: chosen === null ? null : { number: chosen.letter, title: chosen.letterTitle },
    first,
    cites: [...new Set(cites)],
  }
}

/** Dispositions to which some answer leads; the others follow from events, such as a lapse. */
export const answerable: ReadonlySet<DispositionKey> = new Set(
  Object.values(sevenQuestions).flatMap(({ answers }) =>
    Object.values(answers).flatMap(({ selects }) => (selects === undefined ? [] : [selects])),
  ),
)

function ends(disposition: DispositionKey): Answer {
  const { caption, cites } = dispositions[disposition]
  return { caption, cites, selects: disposition, next: 'reply' }
}

function refusals(): Record<GroundKey, Answer> {
  return Object.fromEntries((Object.keys(grounds) as GroundKey[]).map((key) => [key, ends(key)])) as Record<
    GroundKey,
    Answer
  >
}
