import type { CaseId, Unit, VaultEntry } from '../ports.ts'
import type { PaperPurpose } from '../requests/index.ts'

/** A paper of a case as the vault keeps it: its name may tell who somebody is, so the log has the id alone. */
export interface Paper {
  readonly request: CaseId
  /** The file name, fit to be shown and saved. */
  readonly name: string
  /** What whoever handed it in says it is; null where nothing was said. */
  readonly description: string | null
  readonly purpose: PaperPurpose
  /** SHA-256 of the content, hex: its name among the blobs. */
  readonly hash: string
  /** Media type, found by looking into it. */
  readonly type: string
  /** Bytes. */
  readonly size: number
}

const kind = 'paper'

/** The entry of the vault for a paper, to be found again by its content. */
export const paperEntry = (id: string, paper: Paper): VaultEntry => ({
  id,
  kind,
  data: paper,
  lookup: { hash: paper.hash },
})

/** Ids of the papers of that content, of whatever case: while there is another, the content is not to be erased. */
export const papersOfContent = ({ vault }: Pick<Unit, 'vault'>, hash: string): Promise<readonly string[]> =>
  vault.find(kind, 'hash', hash)

/** The paper in an entry; null where the entry is of another kind. */
export const paperIn = (entry: VaultEntry): Paper | null =>
  entry.kind === kind ? (entry.data as Paper) : null
