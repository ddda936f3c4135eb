/**
 * What keeps programs from filling the register, without asking anybody to prove that they are a person: how often one
 * address may apply is for the API to say; here are a field that nobody sees and the time a form takes. Whoever it
 * strikes wrongly is told why, keeps everything, and sends it once more.
 */
import { type Typed, textIn } from './apply-form.ts'

export const trapField = 'website'
/** When the form was opened, in milliseconds of the server's clock. */
export const openedField = 'opened'

const leastSeconds = 2

export const opened = (typed: Typed, now: number): Typed => ({ ...typed, [openedField]: [String(now)] })

const again = (button: string) => `所填的都还在；是您本人填写的，请再点一次“${button}”。`

const apply = '提交申请'

/** What is said where the field that nobody sees was filled in; null where it was left. `button`: what sends the form. Pure. */
export const trapped = (typed: Typed, button = apply): string | null =>
  textIn(typed, trapField) === ''
    ? null
    : `表中有一个应当留空、看不见的栏目被填写了，像是程序自动填写的，所以还没有收下；该栏已经清空。${again(button)}`

/** What is said where the form was sent sooner than anybody fills it in; null where it was not. Pure. */
export const tooSoon = (typed: Typed, now: number, button = apply): string | null =>
  now - Number(textIn(typed, openedField)) < leastSeconds * 1000
    ? `打开表后不到${leastSeconds}秒就提交，像是程序自动提交的，所以还没有收下。${again(button)}`
    : null
