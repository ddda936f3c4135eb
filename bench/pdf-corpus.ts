/** Published PDF reports with hand-read figures, which live outside the repository; none where they are missing. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { samplesIn, truthCells } from '../test/reader/truth.ts'
import type { Sample } from './corpus.ts'

/** Up to `count` PDF reports, the few there are in turn. */
export const pdfSamples = (count: number): readonly Sample[] => {
  const known = samplesIn('pdf').map(({ file, truth }) => ({
    name: basename(file),
    bytes: readFileSync(file),
    printed: Object.fromEntries(
      [...truthCells(truth)].map(([key, value]) => [key, value === null ? '' : String(value)]),
    ),
  }))
  return known.length === 0 ? [] : Array.from({ length: count }, (_, i) => known[i % known.length] as Sample)
}
