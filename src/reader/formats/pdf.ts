import { getDocument, OPS, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LIMITS } from './limits.ts'
import type { Block, Notice, Observed, ObservedCell, Refusal } from './observed.ts'
import { gridsOf } from './pdf-grids.ts'
import { PDF_SOURCES, type PdfDocument, type PdfPage } from './pdf-library.ts'
import { rulesOf } from './pdf-rules.ts'
import { type Chunk, fillGrids, layoutLines, middle, withoutDoubles } from './pdf-text.ts'
import { uprightChunks } from './pdf-upright.ts'
import { refuse } from './refusal.ts'

type TextContent = Awaited<ReturnType<PdfPage['getTextContent']>>

/** How far most of a page's text is turned: 0, 90, 180 or 270 degrees. */
function turn(content: TextContent, transform: readonly number[]): number {
  const votes = new Map<number, number>()
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a, b] = Util.transform(transform, item.transform) as number[]
    const degrees = (Math.round((Math.atan2(b!, a!) * 180) / Math.PI) + 360) % 360
    votes.set(degrees, (votes.get(degrees) ?? 0) + item.str.length)
  }
  const [most = 0] = [...votes].sort((p, q) => q[1] - p[1])[0] ?? []
  return most % 90 === 0 ? most : 0
}

function chunksOf(content: TextContent, transform: readonly number[]): Chunk[] {
  const chunks: Chunk[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a, b, c, d, x, y] = Util.transform(transform, item.transform) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const size = Math.hypot(c, d)
    if (!Number.isFinite(x + y + size) || size === 0) continue
    // Type set from top to bottom is taken from the painting operators instead.
    if (content.styles[item.fontName]?.vertical === true) continue
    const slanted = a <= 0 || Math.abs(b) > Math.abs(a) * 0.05
    chunks.push({
      text: item.str.replace(/\s+$/, ''),
      x0: x,
      x1: x + item.width,
      y,
      size,
      upright: false,
      slanted,
    })
  }
  return chunks
}

const digits = (text: string): number => text.match(/\d/g)?.length ?? 0

/**
 * Whether the page paints more digits than its text was found to have: the library's extraction drops what it
 * takes for text beside the page, and a number lost without a word is worse than a warning too many.
 */
function losesDigits(
  content: TextContent,
  fnArray: readonly number[],
  argsArray: readonly unknown[],
): boolean {
  let painted = 0
  for (const [i, op] of fnArray.entries()) {
    if (op !== OPS.showText) continue
    for (const glyph of (argsArray[i] as [readonly ({ unicode?: string } | number | null)[]])[0]) {
      if (typeof glyph === 'object' && glyph !== null) painted += digits(glyph.unicode ?? '')
    }
  }
  const found = content.items.reduce((sum, item) => sum + ('str' in item ? digits(item.str) : 0), 0)
  return painted > found
}

const round = (box: readonly number[]) =>
  box.map((value) => Math.round(value * 10) / 10) as unknown as readonly [number, number, number, number]

/** Lines and ruled tables of one page, top to bottom. */
async function readPage(
  page: PdfPage,
  number: number,
  tables: { count: number },
): Promise<{ blocks: Block[]; lossy: boolean }> {
  const content = await page.getTextContent()
  const upright = page.getViewport({ scale: 1 })
  const turned = turn(content, upright.transform)
  // A page set sideways without saying so is turned back, or its rows would be columns.
  const viewport =
    turned === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate - turned + 720) % 360 })
  const silent = !content.items.some((item) => 'str' in item && item.str.trim() !== '')
  if (silent) return { blocks: [], lossy: false }
  const operators = await page.getOperatorList()
  const isUpright = (font: string): boolean => content.styles[font]?.vertical === true
  const all = withoutDoubles([
    ...chunksOf(content, viewport.transform),
    ...uprightChunks(operators.fnArray, operators.argsArray, viewport.transform, isUpright),
  ])
  // What is painted beside the paper is not printed.
  const onPage = (chunk: Chunk): boolean => {
    const [x, y] = middle(chunk)
    return x >= 0 && x <= viewport.width && y >= 0 && y <= viewport.height
  }
  const chunks = all.filter(onPage)
  const outside = all.some((chunk) => !onPage(chunk) && digits(chunk.text) > 0)
  const rules = rulesOf(operators.fnArray, operators.argsArray, viewport.transform)
  const grids = gridsOf(rules)
  const { texts, rest } = fillGrids(grids, chunks)
  const found: { y: number; block: Block }[] = layoutLines(rest).map(({ text, y, box }) => ({
    y,
    block: { kind: 'line', text, place: { page: number, box: round(box) } },
  }))
  for (const grid of grids) {
    if (!grid.regions.some((region) => texts.has(region))) continue
    const table = ++tables.count
    const cells = grid.regions.map(
      ({ row, column, rowSpan, colSpan, box }, i): ObservedCell => ({
        text: texts.get(grid.regions[i]!) ?? '',
        row,
        column,
        rowSpan,
        colSpan,
        place: { page: number, table, row: row + 1, column: column + 1, box: round(box) },
      }),
    )
    const place = { page: number, table, box: round(grid.box) }
    found.push({
      y: grid.box[1],
      block: { kind: 'table', cells, rows: grid.rows, columns: grid.columns, place },
    })
  }
  const blocks = found.sort((a, b) => a.y - b.y).map(({ block }) => block)
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'line') blocks[i] = { ...block, place: { ...block.place, line: i + 1 } }
  }
  page.cleanup()
  return { blocks, lossy: outside || losesDigits(content, operators.fnArray, operators.argsArray) }
}

const REPAIR = '请使用原来的 Word 文件，或者重新导出为 PDF 后再读。'
const SCANNED =
  '这份 PDF 里没有文字（可能是扫描件），暂时读不了。请使用原来的 Word、Excel 或网页文件，或者先用文字识别软件转成可复制文字的 PDF 再读。'

/** Characters without a meaning: the file's fonts do not say which character a shape is. */
function unreadable(blocks: readonly Block[]): { odd: number; all: number } {
  let odd = 0
  let all = 0
  for (const block of blocks) {
    const text = block.kind === 'line' ? block.text : block.cells.map((cell) => cell.text).join('')
    for (const char of text) {
      if (char.trim() === '') continue
      all++
      const code = char.codePointAt(0)!
      if (code < 0x20 || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd) odd++
    }
  }
  return { odd, all }
}

async function readDocument(document: PdfDocument): Promise<Observed | Refusal> {
  if (document.numPages > LIMITS.pdfPages) {
    const pages = `这份 PDF 有 ${document.numPages} 页，超过 ${LIMITS.pdfPages} 页的上限，未读取。`
    return refuse('too-large', `${pages}请只导出报告所在的页后再读。`)
  }
  const blocks: Block[] = []
  const silent: number[] = []
  const broken: number[] = []
  const lossy: number[] = []
  const tables = { count: 0 }
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await readPage(await document.getPage(number), number, tables)
      blocks.push(...page.blocks)
      if (page.blocks.length === 0) silent.push(number)
      if (page.lossy) lossy.push(number)
    } catch {
      broken.push(number)
    }
  }
  const { odd, all } = unreadable(blocks)
  if (all === 0) {
    return broken.length > 0
      ? refuse('damaged', `这份 PDF 已损坏，读不出内容。${REPAIR}`)
      : refuse('no-text', SCANNED)
  }
  if (odd > all * 0.3) {
    return refuse('no-text', `这份 PDF 的字体没有注明文字编码，读出来的不是文字。${REPAIR}`)
  }
  const list = (pages: readonly number[]): string =>
    pages.length > 10 ? `${pages.slice(0, 10).join('、')} 等 ${pages.length} 页` : `${pages.join('、')} 页`
  const notices: Notice[] = []
  if (broken.length > 0)
    notices.push({ code: 'pages-damaged', message: `第 ${list(broken)}已损坏，未读取。${REPAIR}` })
  if (silent.length > 0) {
    notices.push({
      code: 'pages-without-text',
      message: `第 ${list(silent)}没有文字（可能是扫描件或空白页），未读取。`,
    })
  }
  if (lossy.length > 0) {
    const message = `第 ${list(lossy)}有数字没有读到（可能在页面边界之外），请对照原件核对。`
    notices.push({ code: 'digits-lost', message })
  }
  if (odd > 0)
    notices.push({
      code: 'odd-characters',
      message: `有 ${odd} 个字没有注明文字编码，认不出来，请对照原件核对。`,
    })
  const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as {
    info: Record<string, unknown>
  }
  const title = typeof info.Title === 'string' ? info.Title.trim() : ''
  const meta = ['CreationDate', 'ModDate'].flatMap((name) =>
    typeof info[name] === 'string' && info[name] !== '' ? [{ name, value: info[name] }] : [],
  )
  return { format: 'pdf', ...(title === '' ? {} : { title }), meta, blocks, notices }
}

/**
 * Reads a PDF: ruled tables by their lines, everything else as lines laid out like on the page. Places carry
 * page and box in points. Refusals: 'encrypted', 'damaged', 'no-text', 'too-large'. Meant to run in a worker.
 */
export async function parsePdf(bytes: Uint8Array): Promise<Observed | Refusal> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    ...PDF_SOURCES,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  })
  try {
    return await readDocument(await task.promise)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return name === 'PasswordException'
      ? refuse('encrypted', '这份 PDF 设有打开密码，读不了。请用密码打开后另存一份不带密码的，再读。')
      : refuse('damaged', `这份 PDF 已损坏，打不开。${REPAIR}`)
  } finally {
    await task.destroy().catch(() => {})
  }
}
