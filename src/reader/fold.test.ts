import { describe, expect, test } from 'vitest'
import { fold, matchable, scriptOf, stripPinyin, withoutPinyin } from './fold.ts'

describe('一种写法', () => {
  test('繁体折成简体，用词不变', () => {
    expect(fold('二、上年結轉政府信息公開申請數量', 'traditional')).toBe('二、上年结转政府信息公开申请数量')
    expect(fold('資訊', 'traditional')).not.toBe('信息')
  })
  test('全角数字和括号折成半角，字数不变', () => {
    expect(fold('（１２３）', 'simplified')).toBe('(123)')
    expect(fold('１，０００', 'simplified')).toBe('1,000')
  })
  test('上标不变成数字：12² 不是 122', () => {
    expect(fold('12²', 'simplified')).toBe('12²')
  })
  test('看字识别繁简', () => {
    expect(scriptOf('政府信息公開年度報告，請與辦公室聯繫')).toBe('traditional')
    expect(scriptOf('政府信息公开年度报告，请与办公室联系')).toBe('simplified')
  })
  test('字后所插拼音去掉，编号 (a) 留下', () => {
    expect(withoutPinyin('數(shù)據(jù)關(guān)系為(wèi)')).toBe('數據關系為')
    expect(withoutPinyin('依据(a)和(b)')).toBe('依据(a)和(b)')
    expect(stripPinyin('嗯(ǹg)，關(guān)')).toBe('嗯，關')
  })
  test('比较只看汉字、数字和字母', () => {
    expect(matchable('（三）不予公开')).toBe('三不予公开')
    expect(matchable('3.危及“三安全一稳定”')).toBe('3危及三安全一稳定')
  })
})
