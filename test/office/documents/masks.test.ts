/** Masks for published texts: what is offered, and what the text is after some of them were chosen. */
import { describe, expect, test } from 'vitest'
import { masksOf, withMasks } from '../../../src/office/documents/masks.ts'

const html =
  '<p>申请人王某，身份证号110101190001011009，手机<b>139</b>00001111。</p>' +
  '<table><tr><th>家庭住址</th><td>示例县东河镇第三村12号</td></tr></table>' +
  '<p>咨询电话0571-00000000，地址：示例县东河镇公园路1号。</p>'

describe('个保法§6 公开的正文逐处遮蔽', () => {
  test('身份证号留前二后三，手机号留前三后四，住址只到乡镇；机关的座机不提出', () => {
    expect(masksOf(html).map(({ kind, masked }) => [kind, masked])).toEqual([
      ['residentId', '11*************009'],
      ['mobile', '139****1111'],
      ['address', '示例县东河镇'],
    ])
  })

  test('只改选中的几处，其余一字不动；分在几段标记中的号码也遮得住', () => {
    const masked = withMasks(html, new Set([1]))
    expect(masked).toContain('手机<b>139****1111</b>。')
    expect(masked).toContain('110101190001011009')
    expect(withMasks(html, new Set())).toBe(html)
    expect(masksOf(withMasks(html, new Set([0, 1, 2])))).toEqual([])
  })

  test('每一处带着前后的文字，看得出是谁的', () => {
    const [id] = masksOf(html)
    expect([id?.before, id?.after.slice(0, 3)]).toEqual(['申请人王某，身份证号', '，手机'])
  })
})
