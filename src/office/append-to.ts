import type { Act, Conflict, NewEvent, Unit } from './ports.ts'

/** Appends to a stream behind whatever is there; null when done. Whoever came first wins, as everywhere. */
export async function appendTo(
  { events }: Pick<Unit, 'events'>,
  stream: string,
  event: NewEvent,
  by: Act,
): Promise<Conflict | null> {
  const { length } = await events.load(stream)
  const outcome = await events.append(stream, length, [event], by)
  return 'failure' in outcome ? outcome : null
}
