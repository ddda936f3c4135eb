import { expect, test } from 'vitest'
import { glossary, type TermKey, termOf, zh } from './glossary.ts'

const keys = Object.keys(glossary) as TermKey[]

test('identifiers are English, in camel case', () => {
  for (const key of keys) expect(key).toMatch(/^[a-z]+([A-Z][a-z]+)*$/)
})

test('each Chinese and each English word stands once', () => {
  for (const language of ['zh', 'en'] as const)
    expect(new Set(keys.map((key) => glossary[key][language])).size).toBe(keys.length)
})

test('there and back', () => {
  for (const key of keys) expect(termOf(zh(key))).toBe(key)
  expect(termOf('没有这个词')).toBeNull()
})
