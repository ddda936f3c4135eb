/** What is typed from a paper application, between the page and the API. */
import { type Day, isDay } from '../../../law/day.ts'
import type { Channel } from '../../../law/receipt.ts'
import type { FormField, FormsDesk } from '../../desk/forms-desk.ts'
import { readRecentDay } from '../../ui/day-text.ts'

/** Channels that come over the counter; what is sent online is never typed. */
export const paperChannels: readonly Channel[] = [
  'inPerson',
  'registeredPost',
  'ordinaryPost',
  'fax',
  'email',
  'oral',
]

/** Of which channels something more is to be told. */
export const toldOf: Readonly<Record<string, readonly Channel[]>> = {
  confirmedOn: ['ordinaryPost', 'fax', 'email'],
  oralBecause: ['oral'],
  'posting.carrier': ['registeredPost', 'ordinaryPost'],
  'posting.number': ['registeredPost'],
  misaddressed: ['registeredPost', 'ordinaryPost', 'fax', 'email'],
  unreachable: ['ordinaryPost', 'fax', 'email'],
}

/** All fields of the entry by name, those of groups too. */
export function entryFields(forms: Pick<FormsDesk, 'fieldsOf'>): readonly FormField[] {
  const flat = (fields: readonly FormField[]): readonly FormField[] =>
    fields.flatMap((field) =>
      field.kind === 'group' && field.name !== 'applicant.agent' ? flat(field.fields) : [field],
    )
  return flat(forms.fieldsOf('receive') ?? [])
}

/** What was typed as the API takes it; days of this year may come without it. */
export function entryIn(forms: FormsDesk, form: FormData, today: Day): Record<string, unknown> {
  const typed = new FormData()
  for (const [name, value] of form) if (typeof value === 'string') typed.append(name, value)
  for (const name of ['arrivedOn', 'confirmedOn']) {
    const day = readRecentDay(String(form.get(name) ?? ''), today)
    if (day !== null) typed.set(name, day)
  }
  if (String(form.get('arrivedOn') ?? '').trim() === '') typed.set('arrivedOn', today)
  const channel = String(form.get('channel') ?? '') as Channel
  for (const [name, channels] of Object.entries(toldOf)) if (!channels.includes(channel)) typed.delete(name)
  const fields = forms.fieldsOf('receive') ?? []
  return { content: {}, ...forms.read(fields, typed) }
}

/** The channel that was used last at this desk: a word of ours, nothing of anybody's. */
const cookie = 'intake-channel'

export function channelBefore(cookies: string | null): Channel {
  const found = new RegExp(`(?:^|;\\s*)${cookie}=(\\w+)`).exec(cookies ?? '')?.[1]
  return paperChannels.find((channel) => channel === found) ?? 'registeredPost'
}

export const keptChannel = (channel: string, secure: boolean): string =>
  `${cookie}=${paperChannels.find((each) => each === channel) ?? ''}; Path=/work; Max-Age=31536000; SameSite=Strict; HttpOnly${secure ? '; Secure' : ''}`

export const dayOr = (text: string, today: Day): Day => {
  const day = readRecentDay(text, today)
  return day !== null && isDay(day) ? day : today
}
