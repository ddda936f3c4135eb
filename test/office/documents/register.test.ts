/** 条例§20(1): what is issued, repealed and in force, by year. */
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { registerColumns, standsIn } from '../../../src/office/documents/register.ts'

type Registered = Parameters<typeof standsIn>[0]

const document = (more: Partial<Registered> = {}): Registered => ({
  class: 'normative',
  madeOn: '2024-05-06',
  signedOn: '2024-05-06',
  publishedOn: '2024-05-08',
  withdrawn: null,
  endedOn: null,
  endedAs: null,
  effectiveOn: '2024-06-01',
  expiresOn: null,
  stage: 'published',
  ...more,
})

const columnsOf = (of: Registered, year: number) =>
  registerColumns.filter((column) => standsIn(of, column, year))

const ended = (endedAs: Registered['endedAs'], endedOn: Day) => document({ endedAs, endedOn })

describe('年报格式 规章和行政规范性文件：制发、废止、现行有效', () => {
  test.each([
    ['制发当年：制发，年末有效', document(), 2024, ['issued', 'inForce']],
    ['以后各年：年末有效', document(), 2026, ['inForce']],
    ['以前各年：都不计', document(), 2023, []],
    ['废止当年：废止，不再有效', ended('repealed', '2026-03-01'), 2026, ['repealed']],
    ['废止之前的年末仍然有效', ended('repealed', '2026-03-01'), 2025, ['inForce']],
    ['废止之后不再计', ended('repealed', '2026-03-01'), 2027, []],
    ['年内制发又废止：两项都计，年末不计', ended('repealed', '2024-12-31'), 2024, ['issued', 'repealed']],
    ['被取代的计入废止', ended('superseded', '2025-07-01'), 2025, ['repealed']],
    ['有效期届满失效的不计废止，也不再有效', document({ expiresOn: '2025-05-31' }), 2025, []],
    ['有效期内：年末有效', document({ expiresOn: '2025-12-31' }), 2025, ['inForce']],
    [
      '尚未施行的也是已经制发、没有废止的',
      document({ effectiveOn: '2025-02-01' }),
      2024,
      ['issued', 'inForce'],
    ],
    ['没有签发、没有公布的草稿不计', document({ signedOn: null, publishedOn: null }), 2024, []],
    [
      '重复发布而撤下的不计',
      document({ withdrawn: { reason: 'duplicate', told: '重复', on: '2024-06-01' } }),
      2024,
      [],
    ],
    ['从旧站点导入的，按成文日期', document({ signedOn: null }), 2024, ['issued', 'inForce']],
  ] as const)('%s', (_, of, year, expected) => expect(columnsOf(of, year)).toEqual(expected))
})
