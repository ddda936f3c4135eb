import type { Citation } from '../../law/citation.ts'
import { personalKinds, scanPersonalData } from '../attachments/personal-data.ts'
import { commonFacts, factOf, type MessageFact, messageFacts } from './facts.ts'
import { type MessageKind, messages } from './kinds.ts'

/** The parts of a message whose words an organ may settle for itself. */
export type MessagePart = 'subject' | 'mail' | 'sms'

/** Why a text is no template of that message. */
export interface TemplateFault {
  readonly fault: 'unknownFact' | 'otherMessage' | 'tooMuch' | 'noNumber' | 'tooLong' | 'personal' | 'noSms'
  readonly message: string
  readonly cites: readonly Citation[]
}

const placeholder = /\{\{([^{}]*)\}\}/g

/** Characters of a template: an SMS of three parts with its facts filled in, a mail of a page. */
const longest: Readonly<Record<MessagePart, number>> = { subject: 80, mail: 2000, sms: 160 }

/**
 * What keeps a text from being that part of that message; empty where nothing does. An organ's own words must not
 * say more than ours may: an SMS the number of the case and what is to be done (个保法§6).
 */
export function checkMessage(kind: MessageKind, part: MessagePart, text: string): readonly TemplateFault[] {
  const { to, caption, facts, sms } = messages[kind]
  if (part === 'sms' && sms === null) return [fault('noSms', `“${caption}”不发短信，请删去短信模板。`)]
  const own = new Set<MessageFact>([...commonFacts, ...facts])
  const words = [...text.matchAll(placeholder)].map((match) => match[1]!.trim())
  const used = words.map(factOf).filter((fact) => fact !== null)
  const [hit] = scanPersonalData(text).filter((each) => each.kind !== 'landline' && each.kind !== 'email')
  return [
    ...words
      .filter((word) => factOf(word) === null)
      .map((word) => fault('unknownFact', `没有“{{${word}}}”这样的占位符，请核对。`)),
    ...used
      .filter((each) => !own.has(each))
      .map((each) => fault('otherMessage', `“{{${messageFacts[each].caption}}}”不能用于“${caption}”。`)),
    ...used
      .filter((each) => part === 'sms' && own.has(each) && !messageFacts[each].sms)
      .map((each) => fault('tooMuch', `短信不得写入“{{${messageFacts[each].caption}}}”。`, '个保法§6')),
    ...(to === 'applicant' && part !== 'subject' && !used.includes('number')
      ? [fault('noNumber', `缺少“{{${messageFacts.number.caption}}}”，收件人无从知道是哪一件。`)]
      : []),
    ...([...text].length > longest[part] ? [fault('tooLong', `超过${longest[part]}字，请精简。`)] : []),
    ...(hit ? [fault('personal', `模板中有${personalKinds[hit.kind]}，请删去。`, '个保法§6')] : []),
  ]
}

/** The text with its facts. What stands in a fact is never read as a template. */
export function fillMessage(text: string, facts: Readonly<Partial<Record<MessageFact, string>>>): string {
  return text.replace(placeholder, (whole, word: string) => {
    const fact = factOf(word.trim())
    return (fact === null ? undefined : facts[fact]) ?? whole
  })
}

function fault(kind: TemplateFault['fault'], message: string, ...cites: readonly Citation[]): TemplateFault {
  return { fault: kind, message, cites }
}
