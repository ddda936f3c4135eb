import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode } from './encoding.ts'

const REPORT =
  '示范县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n本年新收政府信息公开申请数量 128 件，结转 3 件。\n'
const TRADITIONAL =
  '示範縣人民政府2023年政府信息公開工作年度報告\n一、總體情況\n本年新收政府信息公開申請數量 128 件。\n'
const PAGE = `<html><head><style>${'.a{color:red}\n'.repeat(300)}</style></head><body>${'<br>'.repeat(200)}`

describe('the encoding is told by the bytes', () => {
  test.each([
    ['utf-8', REPORT, 'utf8', 'utf-8'],
    ['GBK', REPORT, 'gbk', 'gb18030'],
    ['GB18030 with a rare character', `${REPORT}㐂𠮷`, 'gb18030', 'gb18030'],
    ['traditional in GBK', TRADITIONAL, 'gbk', 'gb18030'],
    ['Big5', TRADITIONAL, 'big5', 'big5'],
    ['UTF-16LE without a mark', REPORT, 'utf-16le', 'utf-16le'],
    ['UTF-16BE without a mark', REPORT, 'utf-16be', 'utf-16be'],
    [
      'UTF-16LE, nothing but Chinese',
      '示范县人民政府信息公开工作年度报告\n一、总体情况\n',
      'utf-16le',
      'utf-16le',
    ],
    ['a mostly ASCII page in GBK', `${PAGE}<td>总计</td><td>0</td>行政许可`, 'gbk', 'gb18030'],
    ['a mostly ASCII page in Big5', `${PAGE}<td>總計</td><td>0</td>行政許可`, 'big5', 'big5'],
    ['pure ASCII', 'abc 123\n', 'ascii', 'utf-8'],
  ])('%s', (_, text, make, expected) => {
    const decoded = decode(iconv.encode(text, make))
    expect(decoded).toEqual({ text, encoding: expected, notices: [] })
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('byte order mark of %s', (encoding) => {
    const decoded = decode(iconv.encode(REPORT, encoding, { addBOM: true }))
    expect(decoded).toEqual({ text: REPORT, encoding, notices: [] })
  })

  test('a page that declares gb2312 but is UTF-8 is UTF-8', () => {
    expect(decode(Buffer.from(`<meta charset=gb2312>${REPORT}`)).encoding).toBe('utf-8')
  })

  test('a file cut in the middle of a character is still UTF-8', () => {
    const decoded = decode(Buffer.from(REPORT.repeat(3)).subarray(0, 100))
    expect(decoded.encoding).toBe('utf-8')
  })

  test('single bad bytes in UTF-8 are told, not taken for GBK', () => {
    const bytes = Buffer.concat([Buffer.from(REPORT), Buffer.of(0xb5), Buffer.from(REPORT)])
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.notices.map((notice) => notice.code)).toEqual(['encoding-damaged'])
  })
})

describe('wrong decodings of the past', () => {
  test.each([
    ['UTF-8 read as latin1', iconv.decode(Buffer.from(REPORT), 'latin1')],
    ['UTF-8 read as windows-1252', new TextDecoder('windows-1252').decode(Buffer.from(REPORT))],
    ['GBK read as latin1', iconv.decode(iconv.encode(REPORT, 'gbk'), 'latin1')],
  ])('%s is undone', (_, text) => {
    const decoded = decode(Buffer.from(text))
    expect(decoded.text).toBe(REPORT)
    expect(decoded.notices.map((notice) => notice.code)).toEqual(['mojibake-undone'])
  })

  test('UTF-8 read as GBK is undone where no byte was lost', () => {
    const even = '政府信息公开工作年度报告与申请'
    const wrong = iconv.decode(Buffer.from(even.slice(0, 14)), 'gbk')
    const decoded = decode(Buffer.from(wrong))
    expect(decoded.text).toBe(even.slice(0, 14))
  })

  test('what cannot be undone is told and left alone', () => {
    const text = `一、总体情况 锟斤拷锟斤拷 主动公开 12 件`
    const decoded = decode(Buffer.from(text))
    expect(decoded.text).toBe(text)
    expect(decoded.notices.map((notice) => notice.code)).toEqual(['mojibake'])
  })
})
