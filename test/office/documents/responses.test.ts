/** Responses to public concern, counted for a year. */
import { expect, test } from 'vitest'
import { responsesIn } from '../../../src/office/documents/records/count-responses.ts'
import type { RecordFacts } from '../../../src/office/documents/records/record.ts'
import type { RecordRow } from '../../../src/office/ports.ts'

const answered = (at: string, means: string, byHead = false): RecordFacts['notes'][number] => ({
  ...{ on: '2027-01-02', at: '2027-01-02T01:00:00.000Z' },
  data: { at, means, byHead },
})

test('政务公开细则：回应按给出的那一年计，不按登记的那一年；年末夜里的按北京时间', () => {
  const concern: RecordRow = {
    organ: 'here',
    id: 'a',
    version: 1,
    kind: 'concern',
    state: 'open',
    about: null,
    openedOn: '2026-12-30',
    openedAt: '2026-12-30T01:00:00.000Z',
    due: null,
    closedOn: null,
    data: {},
    notes: [
      answered('2026-12-31T15:59:00.000Z', 'conference', true),
      answered('2026-12-31T16:00:00.000Z', 'newMedia'),
    ],
  }
  const of = (year: number) => responsesIn('here', [concern], year)
  expect([of(2026).concerns, of(2026).means.conference, of(2026).byHead]).toEqual([1, 1, 1])
  expect([of(2027).concerns, of(2027).means.newMedia, of(2027).byHead]).toEqual([0, 1, 0])
})
