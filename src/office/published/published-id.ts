import { createHash } from 'node:crypto'

/** The id of what stands elsewhere is its address: brought in again it takes the place of what was brought before. */
export const publishedIdOf = (address: string): string =>
  createHash('sha256').update(new URL(address).href).digest('hex').slice(0, 32)
