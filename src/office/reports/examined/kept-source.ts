import type { Erased, Unit, VaultEntry } from '../../ports.ts'

/** A report of others as the vault keeps it: what a file is called may say more than the log should. */
export interface KeptSource {
  /** The file name, fit to be shown and saved. */
  readonly name: string
  /** SHA-256 of the bytes, hex: their name among the blobs. */
  readonly hash: string
}

const kind = 'report-source'

/** The entry of the vault under the id of the kept report. */
export const sourceEntry = (id: string, source: KeptSource): VaultEntry => ({
  id,
  kind,
  data: source,
  lookup: { hash: source.hash },
})

/** Ids of the kept reports of those bytes: while there is one, the bytes are not to be erased. */
export const sourcesOfContent = ({ vault }: Pick<Unit, 'vault'>, hash: string): Promise<readonly string[]> =>
  vault.find(kind, 'hash', hash)

/** File names by id. */
export async function namesOfSources(
  { vault }: Pick<Unit, 'vault'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const entries = await vault.openMany(ids)
  return new Map([...entries].flatMap(([id, entry]) => (isSource(entry) ? [[id, nameIn(entry)]] : [])))
}

const isSource = (entry: VaultEntry | Erased): entry is VaultEntry => 'kind' in entry && entry.kind === kind

const nameIn = ({ data }: VaultEntry): string => (data as KeptSource).name
