import type { Citation } from '../../law/citation.ts'
import { inspect } from '../attachments/inspect.ts'
import type { RefusalReason } from '../attachments/inspection.ts'
import type { PaperPurpose } from '../requests/index.ts'

/** A file as it is handed in. */
export interface PaperInput {
  /** Id of the entry in the vault that will hold its name. */
  readonly id: string
  readonly bytes: Uint8Array
  /** The file name as given; folders in it are dropped. */
  readonly name: string
  readonly description?: string
  readonly purpose: PaperPurpose
}

/** A file that was looked into and may be taken in. */
export interface InspectedPaper {
  readonly id: string
  readonly bytes: Uint8Array
  readonly name: string
  readonly description: string | null
  readonly purpose: PaperPurpose
  readonly hash: string
  readonly type: string
}

/** The file is not taken in and nothing of it is kept. The message names no file, for names can be personal. */
export interface PaperRefusal {
  readonly refused: true
  readonly code: RefusalReason | 'tooManyPapers'
  readonly message: string
  readonly cites: readonly Citation[]
  /** Which of the files it is, in their order; the first one too many where they are too many. */
  readonly index: number
}

/** Files taken in at once; more can follow in the same case. */
export const mostPapers = 20

/**
 * Looks into files before they are taken in (条例§17; 保密法). All pass or none: the refusal is that of the first that
 * does not. Done before the unit of work begins, for it may take seconds.
 */
export async function inspectPapers(
  papers: readonly PaperInput[],
): Promise<readonly InspectedPaper[] | PaperRefusal> {
  if (papers.length > mostPapers)
    return {
      refused: true,
      code: 'tooManyPapers',
      message: `一次最多提交 ${mostPapers} 个文件，现有 ${papers.length} 个。请合并文件，或者登记后分次补充。`,
      cites: ['条例§45'],
      index: mostPapers,
    }
  const passed: InspectedPaper[] = []
  for (const [index, { id, bytes, name, description, purpose }] of papers.entries()) {
    const found = await inspect(bytes, name)
    if (found.refused !== undefined) {
      const { reason, message, cites } = found.refused
      const which = papers.length > 1 ? `第 ${index + 1} 个文件：` : ''
      return { refused: true, code: reason, message: which + message, cites, index }
    }
    const { sha256: hash, type } = found
    passed.push({
      id,
      bytes,
      name: found.name.toWellFormed(),
      description: said(description),
      purpose,
      hash,
      type,
    })
  }
  return passed
}

export const isRefused = (outcome: object): outcome is PaperRefusal => 'refused' in outcome

const said = (text: string | undefined): string | null => {
  const plain = (text ?? '').toWellFormed().trim()
  return plain === '' ? null : plain
}
