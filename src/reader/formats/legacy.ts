import { find, parse } from 'cfb'
import { DocFile } from './doc-file.ts'
import { treeOfDoc } from './doc-tree.ts'
import { blocksOf } from './html.ts'
import type { Observed, Refusal } from './observed.ts'
import { refuse } from './refusal.ts'
import { parseXlsx } from './xlsx.ts'

// Word files of 97 to 2003 are read here rather than by word-extractor, which loses columns and merged cells,
// has no automatic numbers, and takes some colour settings for tracked deletions and drops the text under them.

const ENCRYPTED = '这份文件设有打开密码，读不了。请用密码打开后另存一份不带密码的，再读。'
const DAMAGED =
  '这份 Word 97-2003 文件（doc）已损坏或版本过旧，读不出内容。请用 Word 或 WPS 打开后另存为 docx，再读。'

/** Reads a DOC from its compound file. Refusals: 'encrypted', 'damaged', 'no-text'. */
function parseDoc(container: ReturnType<typeof parse>): Observed | Refusal {
  if (DocFile.encrypted(container)) return refuse('encrypted', ENCRYPTED)
  let file: DocFile
  try {
    file = new DocFile(container)
  } catch {
    return refuse('damaged', DAMAGED)
  }
  const { blocks } = blocksOf(treeOfDoc(file), { keepSpaces: true })
  if (blocks.length === 0) {
    return refuse('no-text', '这份 Word 文件里没有文字（可能只有图片）。请使用可以选中文字的原始文件。')
  }
  return { format: 'doc', meta: [], blocks, notices: [] }
}

/**
 * Reads a compound file: a DOC, an XLS, or an office file locked with a password. Meant to run in a worker.
 * Refusals: 'encrypted', 'damaged', 'unsupported', and those of the format.
 */
export async function parseLegacy(bytes: Uint8Array): Promise<Observed | Refusal> {
  let container: ReturnType<typeof parse>
  try {
    container = parse(bytes)
  } catch {
    return refuse('damaged', '文件已损坏，打不开。请用 Word、Excel 或 WPS 打开后另存为新的文件，再读。')
  }
  if (find(container, '/EncryptedPackage') !== null) return refuse('encrypted', ENCRYPTED)
  if (find(container, '/WordDocument') !== null) return parseDoc(container)
  if (find(container, '/Workbook') !== null || find(container, '/Book') !== null) return parseXlsx(bytes)
  return refuse(
    'unsupported',
    '这是旧式的 Office 文件，但不是 Word 或 Excel，读不了。请使用 Word、Excel、PDF 或网页格式的报告文件。',
  )
}
