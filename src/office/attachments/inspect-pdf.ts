import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PDF_SOURCES, type PdfDocument, type PdfPage } from '../../reader/formats/pdf-library.ts'
import type { AttachmentRefusal } from './inspection.ts'
import { unseenText } from './pdf-unseen.ts'
import { refused } from './refused.ts'
import type { Inspector, Workroom } from './workroom.ts'

/** More pages than this are too many for anybody to answer for at once. */
const mostPages = 500

/** Annotations a reader sees as part of the page. */
const plain = new Set(['Link', 'Popup'])

/**
 * PDF: metadata, files within, scripts, annotations, forms, saved versions, text nobody sees, and the text for
 * personal data. Pages without text are scans, which only people can read.
 */
export const inspectPdf: Inspector = async (bytes, room) => {
  inspectVersions(bytes, room)
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...PDF_SOURCES,
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: false,
  })
  let document: PdfDocument
  try {
    document = await task.promise
  } catch (error) {
    await task.destroy()
    const locked = error instanceof Error && error.name === 'PasswordException'
    return locked
      ? refused('locked', '这份 PDF 设有打开密码，无法检查。请去除密码后再上传。')
      : refused('damaged', '这份 PDF 已损坏，打不开。请重新导出后再上传。')
  }
  try {
    return await inspectDocument(document, room)
  } finally {
    await task.destroy()
  }
}

async function inspectDocument(
  document: PdfDocument,
  room: Workroom,
): Promise<AttachmentRefusal | undefined> {
  if (document.numPages > mostPages) {
    const message = `这份 PDF 有 ${document.numPages} 页，超过 ${mostPages} 页的上限，无法检查。请分成几份再上传。`
    return refused('tooLarge', message)
  }
  await inspectMetadata(document, room)
  const refusal = await inspectAttachments(document, room)
  if (refusal !== undefined) return refusal
  if ((await document.getJSActions()) !== null || (await hasOpenAction(document)))
    room.findings.hide('script', room.part('文件'))
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await inspectPage(page, room.part(`第 ${number} 页`), room)
    page.cleanup()
  }
  return undefined
}

/** Each saving behind the first ends in a mark of its own. A file laid out for the web has two from the start. */
function inspectVersions(bytes: Uint8Array, room: Workroom): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let ends = 0
  for (let at = text.indexOf('%%EOF'); at >= 0 && ends < 100; at = text.indexOf('%%EOF', at + 5)) ends++
  const first = text.subarray(0, 2048).includes('/Linearized') ? 2 : 1
  if (ends > first) room.findings.hide('history', room.part('文件'), '', ends - first)
}

async function inspectMetadata(document: PdfDocument, room: Workroom): Promise<void> {
  const { info, metadata } = await document.getMetadata()
  const part = room.part('文件属性')
  let filled = 0
  for (const [key, value] of Object.entries(info as Record<string, unknown>)) {
    if (key === 'Custom' && typeof value === 'object' && value !== null) {
      const custom = Object.values(value).filter((text) => typeof text === 'string' && text.trim() !== '')
      if (custom.length > 0) room.findings.hide('customData', part, '', custom.length)
      for (const text of custom) room.findings.text(String(text), part)
    }
    if (typeof value !== 'string' || value.trim() === '') continue
    if (/^(?:Author|Company|Manager)$/.test(key)) filled++
    if (!/Date$/.test(key)) room.findings.text(value, part)
  }
  const authors = metadata?.get('dc:creator') as unknown
  if (filled === 0 && authors !== undefined && authors !== null && String(authors).trim() !== '') filled++
  if (filled > 0) room.findings.hide('properties', part, '', filled)
}

async function inspectAttachments(
  document: PdfDocument,
  room: Workroom,
): Promise<AttachmentRefusal | undefined> {
  let number = 0
  for (const [key, { filename }] of (await document.getAttachments()) ?? []) {
    room.findings.hide('attachment', room.part('文件'))
    const label = `第 ${++number} 个附带文件`
    const content = (await document.getAttachmentContent(key)) as Uint8Array | null
    if (content === null || content.length === 0) room.findings.hide('notChecked', room.part(label))
    else {
      const refusal = await room.nested(content, filename, label)
      if (refusal !== undefined) return refusal
    }
  }
  return undefined
}

async function hasOpenAction(document: PdfDocument): Promise<boolean> {
  const action = (await document.getOpenAction()) as { action?: string } | null
  return action?.action !== undefined
}

async function inspectPage(page: PdfPage, part: string, room: Workroom): Promise<void> {
  const { findings } = room
  const content = await page.getTextContent()
  let line = ''
  let seen = false
  const endLine = (): void => {
    if (line.trim() !== '') findings.text(line, part)
    line = ''
  }
  for (const item of content.items) {
    if (!('str' in item)) continue
    if (item.str.trim() !== '') seen = true
    line += item.str
    if (item.hasEOL || line.length > 2000) endLine()
  }
  endLine()
  for (const annotation of await page.getAnnotations()) inspectAnnotation(annotation, part, room)
  if ((await page.getJSActions()) !== null) findings.hide('script', part)
  const operators = await page.getOperatorList()
  const { covered, invisible } = unseenText(operators.fnArray, operators.argsArray)
  if (covered > 0) findings.hide('coveredText', part, '', covered)
  if (invisible > 0) findings.hide('invisibleText', part)
  if (operators.fnArray.some((op) => op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject))
    findings.hide('notChecked', room.part(seen ? '页面图片中的文字' : '扫描页面中的文字'))
}

function inspectAnnotation(
  annotation: { subtype?: string; contentsObj?: { str?: string }; fieldValue?: unknown; titleObj?: unknown },
  part: string,
  room: Workroom,
): void {
  const { subtype = '', contentsObj, fieldValue } = annotation
  if (plain.has(subtype)) return
  if (subtype === 'Redact') room.findings.hide('redactMark', part)
  else if (subtype === 'FileAttachment') room.findings.hide('attachment', part)
  else if (subtype === 'Widget') {
    if (typeof fieldValue !== 'string' || fieldValue.trim() === '') return
    room.findings.hide('formField', part)
    room.findings.text(fieldValue, part)
  } else room.findings.hide('annotation', part)
  if (contentsObj?.str) room.findings.text(contentsObj.str, part, '注释')
}
