/** The clock, chance and the log: what the parts are given instead of looking for it themselves. */

import { randomInt, randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import type { Moment } from './office/ports.ts'

export interface World {
  readonly now: () => Moment
  readonly newId: () => string
  /** A secret for people to copy from a screen or from paper: about 78 bits, in groups of four. */
  readonly newSecret: () => string
  /** From 0 up to 1. */
  readonly random: () => number
  /** Where the log goes, a JSON object a line. */
  readonly log: Writable
}

/** Without the letters and digits that are taken for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export const realWorld: World = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
  newSecret: () =>
    Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
    ).join('-'),
  random: () => Math.random(),
  log: process.stdout,
}
