import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { open } from '../../src/reader/formats/open.ts'
import { shown } from './show.ts'

const first = async (bytes: Uint8Array | string, name = '') =>
  (await open(Buffer.from(bytes), name))[0]!.result
const PAGE =
  '<html><head><title>示范县</title></head><body><p>一、总体情况</p><table><tr><td>规章</td><td>3</td></tr></table></body></html>'

test('what a file is shows in its bytes, whatever it is called', async () => {
  expect(await first(PAGE, '年报.doc')).toMatchObject({ format: 'html', title: '示范县' })
  expect(await first(iconv.encode(PAGE, 'gbk'), '年报.xls')).toMatchObject({
    format: 'html',
    encoding: 'gb18030',
  })
  expect(await first('一、总体情况\n规章 | 0 | 0', '年报.pdf')).toMatchObject({ format: 'text' })
  expect(await first('|a|b|\n|---|---|\n|1|2|', '年报.txt')).toMatchObject({ format: 'markdown' })
  expect(await first('# 题', '年报.md')).toMatchObject({ format: 'markdown', blocks: [{ text: '题' }] })
})

test('a piece of a page without its head is a page; prose that mentions a tag is text', async () => {
  expect(shown(await first('<tr><td>规章</td><td>1</td></tr>'.repeat(3)))).toEqual([
    Array(3).fill(['规章', '1']),
  ])
  expect(await first('文中提到 <table> 标签，如此而已。')).toMatchObject({ format: 'text' })
})

test('a page saved as a single file', async () => {
  const quoted = [...iconv.encode(PAGE, 'gbk')]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    )
    .join('')
    .replaceAll(/(.{60}(?<!=.?))/g, '$1=\r\n')
  const mht = (coding: string, body: string) =>
    `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n${body}\r\n----b----\r\n`
  for (const file of [mht('quoted-printable', quoted), mht('base64', Buffer.from(PAGE).toString('base64'))]) {
    const result = await first(file, '年报.mht')
    expect(result).toMatchObject({ format: 'html' })
    expect(shown(result)).toEqual(['一、总体情况', [['规章', '3']]])
  }
})

test('office files saved as XML are named and refused', async () => {
  const xml =
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"><w:t>1</w:t></w:wordDocument>'
  expect(await first(xml)).toMatchObject({ code: 'unsupported', message: expect.stringContaining('docx') })
  expect(await first(`<?xml version="1.0"?><html xmlns="x"><body><p>文</p></body></html>`)).toMatchObject({
    format: 'html',
  })
})

test('messages never quote the source', async () => {
  const secret = '张某某13800000000'
  for (const bytes of [
    `%PDF-1.7 ${secret}`,
    `PK\x03\x04${secret}`,
    `{\\rtf1 ${secret}}`,
    `<html><script>${secret}`,
  ]) {
    expect(JSON.stringify(await first(bytes, `${secret}.txt`))).not.toContain(secret)
  }
})
