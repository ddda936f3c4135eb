import { fileTypeFromBuffer } from 'file-type'
import { containerOf, nestedTooDeep, readArchive } from './archive.ts'
import { decode } from './encoding.ts'
import { readHtml } from './html.ts'
import { isolated, type Job } from './isolated.ts'
import { LIMITS } from './limits.ts'
import { isRule, readMarkdown } from './markdown.ts'
import { looksLikeMht, pageOfMht } from './mht.ts'
import type { Found, Observed, Refusal } from './observed.ts'
import { megabytes, refuse } from './refusal.ts'
import { readLines } from './text.ts'
import { looksLikeZip, namesIn, startsWith } from './zip.ts'

const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

const MARKUP =
  /<(?:!doctype\s+html|html|head|body|table|tbody|tr|td|div|p|span|center|font|h[1-6]|meta|article|section)\b[^<>]*>/gi

const OPENING =
  /^<(?:!doctype\s+html|html|head|body|table|div|meta|p|center|article|section|title|link|style|script)\b/i

/** Text from its first tag or word on: white space, comments and the XML declaration are passed over. */
function afterPrologue(text: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : undefined
    const found = end === undefined ? -1 : text.indexOf(end, at)
    if (end === undefined || found < 0) return text.slice(at, at + 200)
    at = found + end.length
  }
}

/** XML that is no web page: read as text it would be nothing but tags. */
const looksLikeXml = (text: string): boolean =>
  /^\s*<\?xml\s/.test(text.slice(0, 200)) &&
  /^<[\w-]+[:\s>]/.test(afterPrologue(text)) &&
  !looksLikeHtml(text)

/** Whether a text is a web page, or a piece of one, rather than prose that mentions a tag. */
function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 200_000)
  if (OPENING.test(afterPrologue(head))) return true
  const tags = head.match(MARKUP)?.length ?? 0
  return tags >= 6 && tags * 60 > head.replaceAll(/\s+/g, '').length * 0.2
}

/** A head row over a '|---|---|' rule: nothing less makes Markdown of a text that has pipes in it. */
function looksLikeMarkdown(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.some((line, i) => line.includes('--') && isRule(line) && lines[i - 1]?.includes('|'))
}

/** Control characters no text has: the mark of bytes that are not text. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 100_000)
  const odd = head.match(/[\x00-\x08\x0e-\x1f\x7f\ufffd]/g)?.length ?? 0
  return odd > head.length * 0.02
}

async function readText(bytes: Uint8Array, name: string): Promise<Observed | Refusal> {
  if (bytes.length > LIMITS.textBytes) {
    return refuse(
      'too-large',
      `这个文本或网页文件有 ${megabytes(bytes.length)}，超过 ${megabytes(LIMITS.textBytes)} 的上限，未读取。请只保留报告正文后再读。`,
    )
  }
  const { text, encoding, notices } = decode(bytes)
  if (text.trim() === '') return refuse('empty', '文件里没有内容。请确认选择的是报告文件，并重新上传。')
  if (looksBinary(text)) {
    return refuse(
      'unsupported',
      '认不出这是什么格式的文件。能读取的有：网页、Word（docx、doc）、Excel（xlsx、xls）、PDF、纯文本、Markdown，以及装有这些文件的 ZIP。',
    )
  }
  if (looksLikeMht(text)) {
    const page = pageOfMht(bytes)
    if (page !== undefined && !looksLikeMht(ascii(page.subarray(0, 4_000)))) return readText(page, '')
    return refuse(
      'damaged',
      '这个单个文件网页（mht）已损坏，找不到网页正文。请从浏览器中重新保存网页，或改用 Word、PDF 文件。',
    )
  }
  if (looksLikeXml(text)) {
    return refuse(
      'unsupported',
      '这是 XML 文件（可能是 Word 或 Excel 2003 XML），暂时读不了。请用 Word、Excel 或 WPS 打开，另存为 docx 或 xlsx 后再读。',
    )
  }
  const markdown = /\.(?:md|markdown)$/i.test(name)
  if (!markdown && looksLikeHtml(text)) {
    // A table pasted without its outer tag would lose its cells: the parser drops rows outside a table.
    const bare = /^<(?:tbody|thead|tr|td|th)\b/i.test(afterPrologue(text))
    const page = await readHtml(bare ? `<table>${text}</table>` : text)
    if ('refused' in page) return page
    if (page.blocks.length === 0) {
      return refuse(
        'no-text',
        '这个网页里没有文字（正文可能由脚本另行加载，或者是图片）。请在浏览器中等正文显示后另存网页，或改用 Word、PDF 文件。',
      )
    }
    return { format: 'html', encoding, ...page, notices: [...notices, ...page.notices] }
  }
  if (markdown || looksLikeMarkdown(text)) {
    const read = await readMarkdown(text)
    return 'refused' in read
      ? read
      : { format: 'markdown', encoding, ...read, notices: [...notices, ...read.notices] }
  }
  return { format: 'text', encoding, meta: [], blocks: readLines(text), notices }
}

const FOREIGN: readonly [RegExp, string][] = [
  [
    /^image\//,
    '图片里的文字暂时读不了。请使用原来的 Word、Excel、PDF 或网页文件，或者先用文字识别软件转成文字再读。',
  ],
  [/rtf/, '这是 RTF 文件，暂时读不了。请用 Word 或 WPS 打开，另存为 docx 后再读。'],
  [
    /rar|7z|gzip|x-tar|bzip|xz/,
    '这是压缩包，但不是 ZIP 格式，打不开。请解压后选择里面的报告文件，或重新压缩成 ZIP。',
  ],
]

/** A file that says what it is by its first bytes and that this reader does not take. */
async function foreign(bytes: Uint8Array): Promise<Refusal | undefined> {
  const head = bytes.subarray(0, 4100)
  if (
    !head.some((byte) => byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) &&
    head[0] !== 0x7b
  ) {
    return undefined
  }
  const mime = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime
  const known = FOREIGN.find(([pattern]) => mime !== undefined && pattern.test(mime))
  if (known === undefined) return undefined
  return refuse(mime!.startsWith('image/') ? 'no-text' : 'unsupported', known[1])
}

/** Runs a reader on untrusted bytes in a worker; what goes wrong there becomes a refusal about `what`. */
async function guarded(
  job: Job,
  bytes: Uint8Array,
  what: string,
  seconds: number,
): Promise<Observed | Refusal> {
  const outcome = await isolated<Observed | Refusal>(job, bytes, seconds)
  if (outcome.ok) return outcome.value
  return outcome.reason === 'failed'
    ? refuse('damaged', `这份${what}已损坏，读不出内容。请重新下载或导出后再上传。`)
    : refuse('timeout', `这份${what}过于庞杂，在限定的时间和内存内没有读完。请只保留报告正文，另存后再读。`)
}

const FOREIGN_CONTAINERS = {
  slides: '这是演示文稿（pptx），暂时读不了。请使用 Word、Excel、PDF 或网页格式的报告文件。',
  ofd: '这是 OFD 版式文件，暂时读不了。请用 OFD 阅读器转成 PDF，或使用原来的 Word 文件再读。',
  'open-document':
    '这是 OpenDocument 文件（odt、ods），暂时读不了。请用 Word 或 WPS 打开，另存为 docx 或 xlsx 后再读。',
} as const

/** Reads what is a ZIP file inside: an office document, or an archive of documents. */
async function readZip(bytes: Uint8Array, name: string, nesting: number): Promise<Found[]> {
  const names = await namesIn(bytes)
  if (!Array.isArray(names)) return [{ name, result: names }]
  const kind = containerOf(names)
  if (kind === 'docx')
    return [{ name, result: await guarded('docx', bytes, ' Word 文件', LIMITS.officeSeconds) }]
  if (kind === 'xlsx')
    return [{ name, result: await guarded('xlsx', bytes, ' Excel 文件', LIMITS.officeSeconds) }]
  if (kind !== 'archive') return [{ name, result: refuse('unsupported', FOREIGN_CONTAINERS[kind]) }]
  if (nesting > 1) return [{ name, result: nestedTooDeep }]
  return readArchive(bytes, name, async (member, inner) =>
    (await openNested(member, inner, nesting + 1)).map((found) => ({
      ...found,
      name: found.name === inner ? inner : `${inner}/${found.name}`,
    })),
  )
}

async function openNested(bytes: Uint8Array, name: string, nesting: number): Promise<Found[]> {
  try {
    if (bytes.length === 0) {
      return [{ name, result: refuse('empty', '文件是空的（0 字节）。请重新下载或导出后再上传。') }]
    }
    if (looksLikeZip(bytes)) {
      return await readZip(bytes, name, nesting)
    }
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
      return [{ name, result: await guarded('legacy', bytes, ' Word 或 Excel 文件', LIMITS.officeSeconds) }]
    }
    if (ascii(bytes.subarray(0, 1024)).includes('%PDF-')) {
      return [{ name, result: await guarded('pdf', bytes, ' PDF ', LIMITS.pdfSeconds) }]
    }
    return [{ name, result: (await foreign(bytes)) ?? (await readText(bytes, name)) }]
  } catch {
    return [{ name, result: refuse('damaged', '文件已损坏，无法读取。请重新下载或导出后再上传。') }]
  }
}

/**
 * Opens a file of any kind: what it is shows in its bytes, never in its name (which only tells Markdown from
 * plain text, and names the result). One `Found` per document; a ZIP archive may hold many, and archives one
 * level down. Never throws and never rejects: what cannot be read comes back as a `Refusal` with a message for
 * the officer.
 */
export async function open(bytes: Uint8Array, name = ''): Promise<Found[]> {
  if (bytes.length > LIMITS.fileBytes) {
    const message = `文件有 ${megabytes(bytes.length)}，超过 ${megabytes(LIMITS.fileBytes)} 的上限，未读取。请压缩其中的图片，或只保留报告正文后再读。`
    return [{ name, result: refuse('too-large', message) }]
  }
  return openNested(bytes, name, 0)
}
