import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { articles } from './articles.ts'
import {
  type Citation,
  formatCitation,
  formatCitationForPublic,
  parseCitation,
  resolveCitation,
} from './citation.ts'
import { instruments } from './instruments.ts'

describe('the shape of a citation', () => {
  test('parts', () => {
    expect(parseCitation('复议法§23¶1(4)')).toEqual({
      instrument: '复议法',
      article: 23,
      paragraph: 1,
      item: 4,
    })
    expect(parseCitation('条例§36(4)')).toEqual({ instrument: '条例', article: 36, paragraph: null, item: 4 })
    expect(parseCitation('年报格式')).toEqual({
      instrument: '年报格式',
      article: null,
      paragraph: null,
      item: null,
    })
  })

  test.each([
    '',
    '§33',
    '民法§1',
    '条例33',
    '条例§',
    '条例§33¶',
    '条例§36（4）',
    '条例§三十三',
    'toString',
    '条例§33 ',
  ])('%j is none', (text) => expect(parseCitation(text)).toBeNull())

  test('a misspelt one does not compile', () => {
    expectTypeOf<'条例§33'>().toExtend<Citation>()
    expectTypeOf<'复议法§23¶1(4)'>().toExtend<Citation>()
    expectTypeOf<'条列§33'>().not.toExtend<Citation>()
    expectTypeOf<'条例§x'>().not.toExtend<Citation>()
  })
})

describe('resolving', () => {
  test('finds the article, its mark and the day it was checked', () => {
    expect(resolveCitation('办法§6')).toMatchObject({ mark: 'partly', checkedOn: '2026-11-22' })
    expect(resolveCitation('办法§4')).toMatchObject({ mark: 'verified' })
    expect(resolveCitation('条例§33¶3')).toMatchObject({ mark: 'verified' })
    expect(resolveCitation('期限函')).toMatchObject({ article: null, mark: 'partly' })
  })

  test.each([
    ['条例§57', 'unknownArticle'],
    ['年报格式§1', 'unknownArticle'],
    ['条例§33¶4', 'unknownParagraph'],
    ['条例§33¶0', 'unknownParagraph'],
    ['条例§36(8)', 'unknownItem'],
    ['条例§50¶2(1)', 'unknownItem'],
    ['条例§33(1)', 'unknownItem'],
    ['信访条例§1', 'notACitation'],
  ])('%s: %s', (text, unresolved) => expect(resolveCitation(text)).toEqual({ unresolved }))

  test('every citation written in the source resolves', () => {
    const names = Object.keys(instruments)
      .sort((a, b) => b.length - a.length)
      .join('|')
    const literal = new RegExp(`(?<=['"\`])(?:${names})§[^'"\`$]*(?=['"\`])`, 'g')
    const root = join(import.meta.dirname, '..')
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    const written = sources.flatMap(({ path, text }) =>
      (text.match(literal) ?? []).map((citation) => ({ path, citation })),
    )
    const broken = written.filter(({ citation }) => 'unresolved' in resolveCitation(citation))

    expect(written.length).toBeGreaterThan(50)
    expect(broken).toEqual([])
  })

  test('every article of the Regulation is in the index', () => {
    expect(Object.keys(articles.条例 ?? {})).toEqual(
      Array.from({ length: 56 }, (_, index) => String(index + 1)),
    )
  })
})

describe('in words', () => {
  test.each<[Citation, string]>([
    ['条例§33', '《政府信息公开条例》第三十三条'],
    ['条例§36(4)', '《政府信息公开条例》第三十六条第（四）项'],
    ['复议法§23¶1(4)', '《行政复议法》第二十三条第一款第（四）项'],
    ['民法典§203', '《民法典》第二百零三条'],
    ['期限函', '《关于政府信息公开期限有关问题的解释》（国办公开办函〔2015〕207号）'],
    ['政务公开细则', '《〈关于全面推进政务公开工作的意见〉实施细则》（国办发〔2016〕80号）'],
  ])('%s for the public: %s', (citation, words) => expect(formatCitationForPublic(citation)).toBe(words))

  test('for staff it stays as it is', () => expect(formatCitation('条例§33')).toBe('条例§33'))
})
