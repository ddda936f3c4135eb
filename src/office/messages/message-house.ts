/** What an organ brings to its messages: who it is, where to ask, and its own words in place of ours. */
import { recordOf } from '../organs/organ.ts'
import type { Act, Unit } from '../ports.ts'
import type { CommonFact } from './facts.ts'
import { type MessageKind, messages } from './kinds.ts'
import { checkMessage, type MessagePart, type TemplateFault } from './template.ts'

/** What an organ settles for its messages. */
export interface MessageSettings {
  /** Where an applicant looks up their request: an address or a few words. */
  readonly where?: string
  /** Own words, by kind and part. */
  readonly words?: { readonly [K in MessageKind]?: { readonly [P in MessagePart]?: string } }
  /** Kinds that are not sent. */
  readonly silent?: readonly MessageKind[]
}

export interface MessageHouse {
  readonly facts: Readonly<Record<Exclude<CommonFact, 'number'>, string>>
  readonly isSilent: (kind: MessageKind) => boolean
  /** The text of a part; null where there is none, as of an SMS to staff. */
  readonly text: (kind: MessageKind, part: MessagePart) => string | null
}

const settingsKey = 'messages'

/** The unit's organ as the author of messages. Throws where there is no such organ. */
export async function messageHouseOf({
  organ,
  organs,
  settings,
}: Pick<Unit, 'organ' | 'organs' | 'settings'>): Promise<MessageHouse> {
  const row = await organs.get(organ)
  if (row === null) throw new Error(`There is no organ ${organ}`)
  const { name, office } = recordOf(row, () => undefined)
  const { where, words, silent = [] } = (await settings.get<MessageSettings>(settingsKey)) ?? {}
  const phone = office.phone === '' ? '' : `（电话${office.phone}）`
  return {
    facts: {
      organ: name,
      contact: `${office.name || '本机关政府信息公开工作机构'}${phone}`,
      where: where || office.website || '本机关政府信息公开专栏',
    },
    isSilent: (kind) => silent.includes(kind),
    text: (kind, part) => {
      const own = words?.[kind]?.[part]
      // Ours, where what was settled once is none any more.
      return own !== undefined && checkMessage(kind, part, own).length === 0 ? own : messages[kind][part]
    },
  }
}

/** Settles it anew, or says what is wrong with the words; null when done. */
export async function settleMessages(
  { settings }: Pick<Unit, 'settings'>,
  settled: MessageSettings,
  by: Act,
): Promise<null | readonly TemplateFault[]> {
  const faults = Object.entries(settled.words ?? {}).flatMap(([kind, parts]) =>
    Object.entries(parts).flatMap(([part, text]) =>
      checkMessage(kind as MessageKind, part as MessagePart, text),
    ),
  )
  if (faults.length > 0) return faults
  await settings.set(settingsKey, settled, by)
  return null
}
