/** Looks at links that lead elsewhere, a few at a time: the findings are those of the checks after publication. */
import { addDays, type Day } from '../../law/day.ts'
import type { LinkProbe, Office, Probed } from '../ports.ts'

/** Links looked at in one go, and of these at once. */
const portion = 20
const atOnce = 4
/** Days after which a link is looked at again. */
const rest = 7

/** How many were looked at. */
export async function checkLinks(
  { links }: Pick<Office, 'links'>,
  probe: LinkProbe,
  today: Day,
): Promise<number> {
  const due = await links.due(portion, { good: addDays(today, 1 - rest), failed: today })
  const told: Probed[] = []
  for (let from = 0; from < due.length; from += atOnce)
    told.push(...(await Promise.all(due.slice(from, from + atOnce).map(({ address }) => probe(address)))))
  // Where nothing outside answers, the house is cut off, and no link is to blame.
  const cutOff = !told.some((each) => each === 'good' || each === 'bad')
  for (const [place, link] of due.entries()) {
    const found = told[place]!
    // What may not be asked is not blamed either, and rests like what opens.
    if (found === 'good' || found === 'private') await links.found(link, true, today)
    else if (!(found === 'unreached' && cutOff)) await links.found(link, false, today)
  }
  return due.length
}
