import { readDay } from '../../../ui/day-text.ts'

/** A line of holidays: name, first and last day, with blanks or commas between; a single day stands once. */
function rangeIn(line: string): { readonly name: string; readonly from: string; readonly to: string } {
  const [name = '', from = '', to = from] = line
    .split(/[\s，,；;、]+|至|到|—|~/)
    .filter((part) => part !== '')
  return { name, from: readDay(from) ?? from, to: readDay(to) ?? to }
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).flatMap((line) => line.trim() || [])

/** The paper that was typed, as the API takes it; what cannot be read is left as it is, and the API says so. */
export function readPaper(form: FormData): object {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const days = {
    number: text('number'),
    holidays: linesOf(text('holidays')).map(rangeIn),
    makeUpDays: text('makeUpDays')
      .split(/[\s，,；;、]+/)
      .filter((part) => part !== '')
      .map((part) => readDay(part) ?? part),
  }
  return text('scope') === 'national'
    ? {
        scope: 'national',
        paper: { ...days, year: Number(text('year')), ...(form.has('amends') && { amends: true }) },
      }
    : { scope: 'organ', paper: { ...days, name: text('name') } }
}
