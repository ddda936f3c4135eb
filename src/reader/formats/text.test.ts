import { expect, test } from 'vitest'
import { readLines } from './text.ts'

const shown = (text: string) => readLines(text).map(({ text: line, place }) => [line, place.page, place.line])

test('lines keep their spaces, tabs and pipes, and blank lines stay', () => {
  expect(shown('  规章 | 0 |\t1  \r\n\r\n末行\n')).toEqual([
    ['  规章 | 0 |\t1  ', undefined, 1],
    ['', undefined, 2],
    ['末行', undefined, 3],
  ])
})

test('a form feed turns the page', () => {
  expect(shown('甲\n\f乙\n丙\f丁\n\f')).toEqual([
    ['甲', 1, 1],
    ['乙', 2, 2],
    ['丙', 2, 3],
    ['丁', 3, 3],
  ])
})

test('the byte order mark is no character of the text', () => {
  expect(shown('\ufeff甲')).toEqual([['甲', undefined, 1]])
})
