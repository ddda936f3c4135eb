import { fileTypeFromBuffer } from 'file-type'
import { containerOf } from '../../reader/formats/archive.ts'
import { namesIn } from '../../reader/formats/zip.ts'
import type { AttachmentKind, AttachmentRefusal, RefusalReason } from './inspection.ts'
import { refused } from './refused.ts'

interface KindFacts {
  readonly type: string
  readonly caption: string
  readonly extensions: readonly string[]
}

const office = 'application/vnd.openxmlformats-officedocument'

export const attachmentKinds: Readonly<Record<AttachmentKind, KindFacts>> = {
  docx: {
    type: `${office}.wordprocessingml.document`,
    caption: 'Word 文件',
    extensions: ['docx', 'dotx', 'wps'],
  },
  xlsx: { type: `${office}.spreadsheetml.sheet`, caption: 'Excel 文件', extensions: ['xlsx', 'xltx', 'et'] },
  pptx: {
    type: `${office}.presentationml.presentation`,
    caption: '演示文稿',
    extensions: ['pptx', 'ppsx', 'dps'],
  },
  pdf: { type: 'application/pdf', caption: 'PDF 文件', extensions: ['pdf'] },
  doc: { type: 'application/msword', caption: 'Word 97-2003 文件', extensions: ['doc', 'dot', 'wps'] },
  xls: { type: 'application/vnd.ms-excel', caption: 'Excel 97-2003 文件', extensions: ['xls', 'xlt', 'et'] },
  ppt: {
    type: 'application/vnd.ms-powerpoint',
    caption: 'PowerPoint 97-2003 文件',
    extensions: ['ppt', 'pps', 'dps'],
  },
  ofd: { type: 'application/ofd', caption: 'OFD 版式文件', extensions: ['ofd'] },
  odf: {
    type: 'application/vnd.oasis.opendocument',
    caption: 'OpenDocument 文件',
    extensions: ['odt', 'ods', 'odp'],
  },
  rtf: { type: 'application/rtf', caption: 'RTF 文件', extensions: ['rtf', 'doc'] },
  jpeg: { type: 'image/jpeg', caption: 'JPEG 图片', extensions: ['jpg', 'jpeg', 'jfif'] },
  png: { type: 'image/png', caption: 'PNG 图片', extensions: ['png'] },
  gif: { type: 'image/gif', caption: 'GIF 图片', extensions: ['gif'] },
  webp: { type: 'image/webp', caption: 'WebP 图片', extensions: ['webp'] },
  tiff: { type: 'image/tiff', caption: 'TIFF 图片', extensions: ['tif', 'tiff'] },
  bmp: { type: 'image/bmp', caption: 'BMP 图片', extensions: ['bmp', 'dib'] },
  heic: { type: 'image/heic', caption: 'HEIC 图片', extensions: ['heic', 'heif'] },
  zip: { type: 'application/zip', caption: 'ZIP 压缩包', extensions: ['zip'] },
  text: { type: 'text/plain', caption: '纯文本', extensions: ['txt', 'csv', 'md', 'log', 'tsv', 'json'] },
  unknown: { type: 'application/octet-stream', caption: '未知文件', extensions: [] },
}

export const isImage = (kind: AttachmentKind): boolean => attachmentKinds[kind].type.startsWith('image/')

/** Names that a computer runs when they are opened, whatever is in them. */
const running =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|msi|msp|msc|cpl|dll|sys|jar|apk|ipa|app|dmg|pkg|deb|rpm|sh|bash|py|pl|rb|php|jsp|asp|aspx|lnk|url|reg|inf|chm|iso|img|vhd|html?|xhtml|mht|mhtml|svg|swf|xll|docm|dotm|xlsm|xltm|xlam|pptm|ppsm|xsl)$/i

/** The name as it really ends: dots and spaces behind, and marks that turn the writing round, deceive the eye. */
const realEnd = (name: string): string =>
  name
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, '')
    .replace(/::\$DATA$/i, '')
    .replace(/[. ]+$/, '')

export const runsByName = (name: string): boolean => running.test(realEnd(name))

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

const latin = (bytes: Uint8Array, most: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, most))

/** Programs by their first bytes: Windows, Linux, macOS, Java, Android, WebAssembly, shortcuts, help files … */
function runsByContent(bytes: Uint8Array): boolean {
  const head = latin(bytes, 1024)
  return (
    (head.startsWith('MZ') && bytes.length > 64) ||
    /^(?:\x7fELF|#!|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|dex\n|\0asm|MSCF|ITSF|L\0\0\0\x01\x14\x02\0)/.test(
      head,
    ) ||
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,200}?-->\s*)?<(?:!doctype\s+(?:html|svg)|html|script|svg|head|body)\b/is.test(
      head,
    ) ||
    /^(?:\xef\xbb\xbf)?\s*@?echo\s+off\b/i.test(head)
  )
}

const EXECUTABLE =
  '这是程序、脚本或者网页文件，打开时可能运行，不能作为附件。请改用 PDF、Word、Excel 或者图片。'

/** What the bytes are, or why nobody should open them. The name decides nothing but what is run by name. */
export async function sniff(
  bytes: Uint8Array,
  name: string,
): Promise<{ kind: AttachmentKind } | { refusal: AttachmentRefusal }> {
  const refusal = (reason: RefusalReason, message: string) => ({ refusal: refused(reason, message) })
  if (bytes.length === 0) return refusal('empty', '文件是空的，请重新选择文件。')
  if (runsByName(name) || runsByContent(bytes)) return refusal('executable', EXECUTABLE)
  if (/%PDF-\d/.test(latin(bytes, 1024))) return { kind: 'pdf' }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { kind: compound(bytes) }
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return await zipped(bytes)
  if (latin(bytes, 6) === '{\\rtf1' || latin(bytes, 5) === '{\\rtf') return { kind: 'rtf' }
  const mime = (await fileTypeFromBuffer(bytes.subarray(0, 4100)).catch(() => undefined))?.mime
  if (mime === 'image/heif') return { kind: 'heic' }
  const known = Object.entries(attachmentKinds).find(([, { type }]) => type === mime)
  if (known !== undefined) return { kind: known[0] as AttachmentKind }
  if (mime !== undefined && /rar|7z|gzip|x-tar|bzip|xz|zstd|lzip/.test(mime))
    return refusal(
      'unsupported',
      '这是 ZIP 以外的压缩包，里面的文件无法检查。请解压后直接上传，或者改用 ZIP。',
    )
  if (mime === undefined && looksLikeText(bytes)) return { kind: 'text' }
  const message =
    '认不出或者不接受这种文件。请改用：PDF、OFD、Word、Excel、PowerPoint、图片、纯文本，以及装有这些文件的 ZIP。'
  return refusal('unsupported', message)
}

/** The kind of a compound file by the names of its streams, which stand in it as UTF-16. */
function compound(bytes: Uint8Array): AttachmentKind {
  const has = (stream: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'))
  if (has('WordDocument')) return 'doc'
  if (has('PowerPoint Document')) return 'ppt'
  return has('Workbook') || has('Book') ? 'xls' : 'unknown'
}

async function zipped(bytes: Uint8Array): Promise<{ kind: AttachmentKind } | { refusal: AttachmentRefusal }> {
  const names = await namesIn(bytes)
  if (!Array.isArray(names))
    return { refusal: refused(names.code === 'damaged' ? 'damaged' : 'bomb', names.message) }
  if (names.some((name) => /^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex)$/.test(name)))
    return { refusal: refused('executable', EXECUTABLE) }
  const container = containerOf(names)
  const kinds = { archive: 'zip', slides: 'pptx', 'open-document': 'odf' } as const
  return { kind: container in kinds ? kinds[container as keyof typeof kinds] : (container as 'docx') }
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 100_000)
  const wide = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)
  let odd = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  return wide ? odd < head.length * 0.6 : odd <= head.length * 0.005
}
