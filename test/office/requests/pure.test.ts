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

const impure = /\b(?:async|await|Promise|new Date|Date\.now|Math\.random|process|crypto|fetch|node:\w+)\b/

test('no clock, no chance, no surroundings, and nothing to wait for', () => {
  const found = files.filter((name) => impure.test(readFileSync(join(room, name), 'utf8')))
  expect(found).toEqual([])
})

const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^(import[^']*) from '([^']*)'/gm)] as const

/** Pure functions that live elsewhere in the office, for more than this room needs them. */
const lent = ['../attachments/personal-data.ts']

test('nothing of another room but law, report, the shapes of the ports and what is lent', () => {
  const wrong = files.flatMap((name) =>
    importsOf(join(room, name))
      .filter(([, how, from]) => {
        if (!from!.startsWith('..') || lent.includes(from!)) return false
        return from === '../ports.ts'
          ? !how!.startsWith('import type')
          : !/^\.\.\/\.\.\/(?:law|report)\//.test(from!)
      })
      .map(([line]) => `${name}: ${line}`),
  )
  expect(wrong).toEqual([])
})

test('what is lent is as pure, and so is all that it stands on', () => {
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path) || path.includes('/src/law/')) return
    seen.add(path)
    expect(readFileSync(path, 'utf8'), path).not.toMatch(impure)
    for (const [, , from] of importsOf(path)) {
      expect(from, path).toMatch(/^\./)
      visit(join(path, '..', from!))
    }
  }
  for (const from of lent) visit(join(room, from))
  expect(seen.size).toBeGreaterThan(lent.length)
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
