import type { Reading } from '../../report/reading.ts'

/** How a reading came about, in a word. */
export const readingWords: Readonly<Record<Reading['kind'], string>> = {
  number: '读到',
  inferred: '推定',
  ambiguous: '有几种读法',
  illegible: '无法辨认',
  blank: '空白',
  dash: '划线',
  absent: '未见',
}
