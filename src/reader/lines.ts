/** The running text of a source, line by line, with page numbers and site furniture set aside. */

import type { Place } from '../report/reading.ts'
import { isPageNumber } from './align/pieces.ts'
import { fold, type Script } from './fold.ts'
import type { Observed } from './formats/observed.ts'

export interface TextLine {
  /** As printed, trimmed. */
  readonly text: string
  readonly folded: string
  readonly place: Place
  /** True for text that stood in a table's cell. */
  readonly cell: boolean
}

/** Whole lines that pages print around a report: they belong to the site, not to the organ's words. */
const furniture =
  /^(?:当前位置|您(?:当前)?的位置|首页\s*[>›]|扫一扫|打印(?:本页)?|关闭(?:窗口)?|分享(?:到|至)?|上一篇|下一篇|相关(?:解读|政策|稿件|链接|文章|附件)|字[体号]|浏览次数|点击(?:数|量)|阅读(?:次数|量)?|责任编辑|信息来源|网站地图|版权所有|主办单位|承办|.{0,12}ICP备|【?(?:打印|关闭|收藏)|附件下载|返回顶部)[^。;;]{0,60}$/

/** Whether a folded line is site furniture. */
export const isFurniture = (folded: string): boolean => furniture.test(folded)

/** All lines of running text in order; cells of tables only where `cells` asks for them. */
export const textLines = (source: Observed, script: Script, cells = false): readonly TextLine[] => {
  const make = (text: string, place: Place, cell: boolean): readonly TextLine[] => {
    const plain = text.replace(/[|｜]{2,}/g, ' ').replace(/^[\s|｜]+|[\s|｜]+$/g, '')
    if (plain === '' || isPageNumber(plain)) return []
    return [{ text: plain, folded: fold(plain, script).trim(), place, cell }]
  }
  return source.blocks.flatMap((block) =>
    block.kind === 'line'
      ? make(block.text, block.place, false)
      : cells
        ? block.cells.flatMap((c) => make(c.text, c.place, true))
        : [],
  )
}
