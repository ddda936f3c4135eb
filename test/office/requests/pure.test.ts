/** The handling of requests computes and does nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import type { NewEvent, StoredEvent } from '../../../src/office/ports.ts'
import {
  type CommandOf,
  event,
  type RecordedEvent,
  type RequestEvent,
  requestActions,
  verbs,
} from '../../../src/office/requests/index.ts'

const room = join(import.meta.dirname, '../../../src/office/requests')
const files = readdirSync(room).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

test('no clock, no chance, no surroundings, and nothing to wait for', () => {
  const impure = /\b(?:async|await|Promise|new Date|Date\.now|Math\.random|process|crypto|fetch|node:\w+)\b/
  const found = files.filter((name) => impure.test(readFileSync(join(room, name), 'utf8')))
  expect(found).toEqual([])
})

test('nothing of another room but law, report and the shapes of the ports', () => {
  const wrong = files.flatMap((name) =>
    [...readFileSync(join(room, name), 'utf8').matchAll(/^(import[^']*) from '(\.\.[^']*)'/gm)]
      .filter(([, how, from]) =>
        from === '../ports.ts'
          ? !how!.startsWith('import type')
          : !/^\.\.\/\.\.\/(?:law|report)\//.test(from!),
      )
      .map(([line]) => `${name}: ${line}`),
  )
  expect(wrong).toEqual([])
})

test('every action has its verb, by its own name', () => {
  expect(Object.keys(verbs)).toEqual([...requestActions])
  for (const action of requestActions) expect(verbs[action].action).toBe(action)
})

test('events fit the store, and a command of another verb does not compile', () => {
  expectTypeOf<RequestEvent>().toExtend<NewEvent>()
  expectTypeOf<StoredEvent<RequestEvent>>().toExtend<RecordedEvent>()
  expectTypeOf<CommandOf<'proposeExtension'>>().toEqualTypeOf<{
    readonly days: number
    readonly because: string
  }>()
  // @ts-expect-error a fact of another kind
  event('annotated', '2026-03-02', { days: 3 })
})
