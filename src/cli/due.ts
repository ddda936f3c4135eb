/** `gongkai due`: the last day for the answer to each request, step by step with its reasons. */

import { z } from 'zod'
import { nationalCalendar, withNotice, withOverlay } from '../law/calendar.ts'
import { checkNotice } from '../law/check-notice.ts'
import { type Clock, type ClockEvent, type ClockPolicy, clock } from '../law/clock.ts'
import { type Day, formatChinese, formatWeekday, isDay } from '../law/day.ts'
import { zh } from '../law/glossary.ts'
import type { HolidayNotice, HolidayOverlay } from '../law/holiday-notices.ts'
import { isBad, parseArgs } from './args.ts'
import { type Command, exit } from './io.ts'

export const dueUsage = [
  '用法：gongkai due 文件 [--text] [--as-of 2026-03-01]',
  '  文件是 JSON（一件或者数组）或者每行一件的 JSON Lines；“-”表示标准输入。',
  '  每件写作 {"events":[{"kind":"received","on":"2026-02-02"}],"asOf":"2026-03-01"}',
]

const day = z.custom<Day>(isDay, { error: '应为确有其日的日期，写作 2026-03-06' })
const word = z.string({ error: '应为文字' }).min(1, { error: '不得为空' })
const days = z
  .int({ error: '应为整数，即延长的工作日数' })
  .min(1, { error: '应不小于1' })
  .max(1000, { error: '过大，请核对' })

const eventSchemas = [
  z.object({ kind: z.literal('received'), on: day }),
  z.object({ kind: z.literal('correctionAsked'), on: day, by: day.exactOptional() }),
  z.object({ kind: z.literal('corrected'), on: day }),
  z.object({
    kind: z.literal('consultationSent'),
    on: day,
    id: word,
    party: z.enum(['thirdParty', 'agency', 'otherAgency'], {
      error: '应为 thirdParty（第三方）、agency（共同制作的行政机关）或者 otherAgency（其他有关机关）',
    }),
    receivedOn: day.exactOptional(),
    by: day.exactOptional(),
  }),
  z.object({ kind: z.literal('consultationReturned'), on: day, id: word }),
  z.object({ kind: z.literal('feeAsked'), on: day, receivedOn: day.exactOptional() }),
  z.object({ kind: z.literal('feePaid'), on: day }),
  z.object({ kind: z.literal('extended'), on: day, days }),
  z.object({ kind: z.literal('deferred'), on: day, until: day }),
  z.object({ kind: z.literal('answered'), on: day }),
  z.object({ kind: z.literal('withdrawn'), on: day }),
] as const

const kinds = eventSchemas.map(({ shape }) => shape.kind.value)
const eventFields = new Set(eventSchemas.flatMap(({ shape }) => Object.keys(shape)))

const paper = {
  number: z.string({ error: '应为文号' }),
  holidays: z.array(z.object({ name: word, from: day, to: day }), {
    error: '应为数组，每项有 name、from、to',
  }),
  makeUpDays: z.array(day, { error: '应为日期的数组' }).default([]),
}

const requestSchema = z.object(
  {
    id: z.union([z.string(), z.number()], { error: '应为文字或者数字' }).optional(),
    events: z
      .array(
        z.discriminatedUnion('kind', eventSchemas, { error: `kind 应为下列之一：${kinds.join('、')}` }),
        {
          error: '应为数组，逐项列出事项',
        },
      )
      .min(1, { error: '没有事项，至少应有收到申请（received）一项' }),
    asOf: day.optional(),
    policy: z
      .strictObject({
        consultationExcludedFrom: z
          .enum(['sent', 'received'], { error: '应为 sent 或者 received' })
          .optional(),
        afterPayment: z.enum(['afresh', 'resume'], { error: '应为 afresh 或者 resume' }).optional(),
      })
      .default({}),
    calendar: z
      .strictObject({
        notices: z
          .array(
            z.object({ ...paper, year: z.int({ error: '应为年份' }), amends: z.boolean().exactOptional() }),
          )
          .default([]),
        overlays: z.array(z.object({ ...paper, name: word })).default([]),
      })
      .prefault({}),
  },
  { error: '应为一件申请，写作 {"events":[…]}' },
)

type Request = z.infer<typeof requestSchema>

interface Answer extends Clock {
  readonly id?: string | number
}

/** One request of the input, with its place in words; or what is wrong there. */
type Entry =
  | { readonly place: string; readonly value: unknown }
  | { readonly place: string; readonly fault: string }

interface Input {
  readonly form: 'one' | 'array' | 'lines'
  readonly entries: readonly Entry[]
}

/**
 * Prints the clock of each request in the file. Bad requests are told on standard error, with line and field, and
 * the others are answered all the same; the exit code is then 1.
 */
export const due: Command = async (args, io) => {
  const given = parseArgs(args, ['as-of'], ['text'])
  const misuse = isBad(given)
    ? given.bad
    : given.rest.length === 1
      ? null
      : '请指定一个文件，或者用“-”读标准输入。'
  if (isBad(given) || misuse !== null) {
    for (const line of [misuse ?? '', ...dueUsage]) io.err(line)
    return exit.usage
  }
  const asOf = given.values['as-of']
  if (asOf !== undefined && !isDay(asOf)) {
    io.err(`--as-of 应为确有其日的日期，写作 2026-03-06。`)
    return exit.usage
  }
  const [path = ''] = given.rest
  const text = await io.readFile(path).catch(() => null)
  if (text === null) {
    io.err(`读不到 ${path}，请检查路径和读取权限。`)
    return exit.broken
  }

  const { form, entries } = split(text.replace(/^\uFEFF/, ''))
  const answers: Answer[] = []
  let failed = false
  for (const entry of entries) {
    const { answer, complaints } =
      'fault' in entry ? { answer: null, complaints: [entry.fault] } : examine(entry.value, asOf)
    for (const complaint of complaints) io.err(`${entry.place}${complaint}。`)
    if (answer === null) failed = true
    else if (given.flags.has('text')) for (const line of describe(answer)) io.out(line)
    else if (form === 'lines') io.out(JSON.stringify(answer))
    else answers.push(answer)
  }
  if (form === 'array' && !given.flags.has('text')) io.out(JSON.stringify(answers, null, 2))
  else for (const answer of answers) io.out(JSON.stringify(answer, null, 2))
  return failed ? exit.broken : exit.holds
}

/** The requests of a text: one JSON value, an array of them, or one on each line. */
const split = (text: string): Input => {
  const whole = parseJson(text)
  if ('value' in whole && Array.isArray(whole.value)) {
    const entries = whole.value.map((value, index) => ({ place: `第${index + 1}件：`, value }))
    return { form: 'array', entries }
  }
  if ('value' in whole) return { form: 'one', entries: [{ place: '', value: whole.value }] }

  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ place: `第${index + 1}行：`, ...parseJson(line), line }))
  const filled = lines.filter(({ line }) => line.trim() !== '')
  const isRequest = (entry: object) => 'value' in entry && isObject(entry.value) && 'events' in entry.value
  // A pretty-printed object spoilt by a slip is one bad request, not as many as it has lines.
  if (filled.length < 2 || !filled.some(isRequest)) {
    const fault =
      filled.length === 0 ? '没有内容，至少应有一件申请' : '不是完整的 JSON，请检查引号、逗号和括号'
    return { form: 'one', entries: [{ place: filled[0]?.place ?? '', fault }] }
  }
  return { form: 'lines', entries: filled }
}

const parseJson = (text: string): { readonly value: unknown } | { readonly fault: string } => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { fault: '不是完整的 JSON，请检查引号、逗号和括号' }
  }
}

/** The clock of one request, and what to say of its input: what makes it useless, or what was not used. */
const examine = (
  value: unknown,
  asOf: Day | undefined,
): { answer: Answer | null; complaints: readonly string[] } => {
  const parsed = requestSchema.safeParse(value)
  if (!parsed.success) {
    return {
      answer: null,
      complaints: parsed.error.issues.map(({ path, message }) => `${field(path)}${message}`),
    }
  }
  const request = parsed.data
  const faults = [...noticeFaults(request), ...deliveryFaults(request)]
  if (faults.length > 0) return { answer: null, complaints: faults }

  const policy = request.policy as Partial<ClockPolicy>
  const result = clock(
    request.events as readonly ClockEvent[],
    calendarOf(request),
    policy,
    request.asOf ?? asOf,
  )
  return {
    answer: { ...(request.id !== undefined && { id: request.id }), ...result },
    complaints: unused(value),
  }
}

const calendarOf = ({ calendar: { notices, overlays } }: Request) => {
  const announced = (notices as readonly HolidayNotice[]).reduce(withNotice, nationalCalendar)
  return (overlays as readonly HolidayOverlay[]).reduce(withOverlay, announced)
}

const noticeFaults = ({ calendar }: Request): readonly string[] =>
  (['notices', 'overlays'] as const).flatMap((list) =>
    (calendar[list] as readonly (HolidayNotice | HolidayOverlay)[]).flatMap((each, index) =>
      checkNotice(each).map((fault) => `calendar.${list}[${index}].${fault.field}：${fault.message}`),
    ),
  )

const deliveryFaults = ({ events }: Request): readonly string[] =>
  events.flatMap((event, index) =>
    event.kind === 'consultationSent' && event.receivedOn !== undefined && event.receivedOn < event.on
      ? [`events[${index}].receivedOn：送达日早于发出日，请核对`]
      : [],
  )

/** A misspelt optional field would silently change the day: fields nobody reads are told. */
const unused = (value: unknown): readonly string[] =>
  (value as { events: readonly object[] }).events.flatMap((event, index) =>
    Object.keys(event)
      .filter((name) => !eventFields.has(name))
      .map((name) => `events[${index}].${name}：不认识的字段，未使用`),
  )

const field = (path: readonly PropertyKey[]): string => {
  const name = path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`,
    '',
  )
  return name === '' ? '' : `${name}：`
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The clock as a table for people. */
const describe = (answer: Answer): readonly string[] => {
  const { id, due: lastDay, firm, running, left, steps, problems } = answer
  const state = [
    lastDay === null
      ? '届满日：无'
      : `届满日：${formatChinese(lastDay)}（${formatWeekday(lastDay)}），${zh(firm ? 'firm' : 'provisional')}`,
    ...(running ? [] : [lastDay === null ? zh('paused') : zh('ends')]),
    ...(left === null ? [] : [left < 0 ? `逾期${-left}个工作日` : `剩余${left}个工作日`]),
  ].join('；')
  const head = ['日期', '事项', '影响', '届满日', '剩余', '依据']
  const rows = steps.map(({ on, event, effect, due: then, left: remaining, cites }) => [
    on,
    zh(event),
    zh(effect),
    then ?? '—',
    remaining === null ? '—' : String(remaining),
    cites.join('、'),
  ])
  const widths = head.map((_, index) => Math.max(...[head, ...rows].map((row) => width(row[index] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd()
  return [
    ...(id === undefined ? [] : [`申请：${id}`]),
    state,
    line(head),
    ...rows.map(line),
    ...steps.map(({ because }, index) => `${index + 1}. ${because}`),
    ...problems.map(
      ({ message, cites }) => `注意：${message}${cites.length > 0 ? `（${cites.join('、')}）` : ''}`,
    ),
    '',
  ]
}

/** Columns a text takes on a terminal: two for a Chinese character. */
const width = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  )
