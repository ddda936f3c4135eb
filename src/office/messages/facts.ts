/**
 * What a message may say. Nothing of it is personal, by mail or by SMS: no name, no number of a paper, nothing of what
 * is asked for. Whoever needs more looks it up where they have to show who they are.
 */
export interface FactRule {
  readonly caption: string
  /** Whether an SMS may say it: the number of the case and what is to be done, no more (个保法§6). */
  readonly sms: boolean
}

const table = {
  number: { caption: '登记编号', sms: true },
  organ: { caption: '机关名称', sms: true },
  contact: { caption: '联系方式', sms: true },
  where: { caption: '查询途径', sms: true },
  by: { caption: '截止日', sms: true },
  due: { caption: '答复期限', sms: true },
  letterNo: { caption: '文号', sms: true },
  act: { caption: '事项', sms: false },
  days: { caption: '天数', sms: false },
  count: { caption: '件数', sms: false },
  round: { caption: '考核名称', sms: true },
  points: { caption: '失分', sms: true },
  losses: { caption: '失分清单', sms: false },
} as const satisfies Record<string, FactRule>

export type MessageFact = keyof typeof table

export const messageFacts: Readonly<Record<MessageFact, FactRule>> = table

/** Known of every message about a case without being told. */
export const commonFacts = ['number', 'organ', 'contact', 'where'] as const satisfies readonly MessageFact[]

export type CommonFact = (typeof commonFacts)[number]

const byWord: ReadonlyMap<string, MessageFact> = new Map(
  (Object.keys(table) as MessageFact[]).flatMap((fact) => [
    [fact, fact],
    [table[fact].caption, fact],
  ]),
)

/** The fact of that name or caption; null where there is none. */
export const factOf = (word: string): MessageFact | null => byWord.get(word) ?? null
