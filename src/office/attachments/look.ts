import { Findings } from './findings.ts'
import { inspectImage } from './inspect-image.ts'
import type { AttachmentKind, AttachmentRefusal, HiddenData, PersonalHit } from './inspection.ts'
import { classified, refused } from './refused.ts'
import { secrecyMarkInName } from './secrecy-mark.ts'
import { attachmentKinds, isImage, sniff } from './sniff.ts'
import type { Inspector, Workroom } from './workroom.ts'

/** Archives within archives. */
const deepest = 2
/** Unpacked bytes in all, over all files within files. */
const mostUnpacked = 300_000_000

export interface Look {
  readonly kind: AttachmentKind
  readonly hidden: readonly HiddenData[]
  readonly personal: readonly PersonalHit[]
  readonly refused?: AttachmentRefusal
}

/** Libraries are loaded for the formats that need them. */
async function inspectorOf(kind: AttachmentKind): Promise<Inspector> {
  if (isImage(kind)) return inspectImage
  if (kind === 'docx') return (await import('./inspect-docx.ts')).inspectDocx
  if (kind === 'xlsx') return (await import('./inspect-xlsx.ts')).inspectXlsx
  if (kind === 'pptx') return (await import('./inspect-pptx.ts')).inspectPptx
  if (kind === 'pdf') return (await import('./inspect-pdf.ts')).inspectPdf
  if (kind === 'zip') return (await import('./inspect-zip.ts')).inspectZip
  if (kind === 'ofd' || kind === 'odf') return (await import('./inspect-zip.ts')).inspectOtherPackage
  if (kind === 'rtf') return (await import('./inspect-text.ts')).inspectRtf
  if (kind === 'text') return (await import('./inspect-text.ts')).inspectText
  return (await import('./inspect-legacy.ts')).inspectLegacy
}

/** Looks into a file and the files within it. Costly on purpose-made files: runs in a worker. */
export async function look(bytes: Uint8Array, name: string): Promise<Look> {
  const findings = new Findings()
  let left = mostUnpacked
  const spend = (size: number): boolean => {
    left -= size
    return left >= 0
  }
  let kind: AttachmentKind = 'unknown'

  const enter = async (
    content: Uint8Array,
    inner: string,
    prefix: string,
    depth: number,
  ): Promise<AttachmentRefusal | undefined> => {
    const part = (label: string): string => (prefix === '' ? label : `${prefix}的${label}`)
    const sniffed = await sniff(content, inner)
    if ('refusal' in sniffed) return sniffed.refusal
    if (depth === 0) kind = sniffed.kind
    if (sniffed.kind === 'zip' && depth > deepest)
      return refused('tooDeep', '压缩包套得太深，无法检查。请解压后直接上传里面的文件。')
    mismatch(sniffed.kind, inner, findings, part('文件'))
    if (secrecyMarkInName(inner)) findings.hide('secrecyMark', part('文件名'))
    const room: Workroom = {
      findings,
      part,
      spend,
      nested: (deeper, deeperName, label) =>
        depth > deepest
          ? Promise.resolve(refused('tooDeep', '文件套得太深，无法检查。请将里面的文件单独上传。'))
          : enter(deeper, deeperName, part(label), depth + 1),
    }
    const inspector = await inspectorOf(sniffed.kind)
    const refusal = await inspector(content, room)
    return findings.classified === null ? refusal : classified(findings.classified)
  }

  const refusal = await enter(bytes, name, '', 0)
  // Of a file that is not taken in nothing is told but why.
  if (refusal !== undefined) return { kind, hidden: [], personal: [], refused: refusal }
  findings.text(name, '文件名')
  return { kind, hidden: findings.hidden(), personal: findings.personal() }
}

function mismatch(kind: AttachmentKind, name: string, findings: Findings, part: string): void {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined || attachmentKinds[kind].extensions.includes(extension)) return
  const known = Object.values(attachmentKinds).some(({ extensions }) => extensions.includes(extension))
  if (known || kind !== 'text') findings.hide('typeMismatch', part)
}
