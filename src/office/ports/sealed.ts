import type { Moment } from './events.ts'

/** Sealed outside the log, so that it can be erased and the chain stays whole. */
export interface VaultEntry {
  readonly id: string
  /** 'applicant', 'content' …: what it is, not whose. */
  readonly kind: string
  readonly data: object
  /** Values by which it is found again, by equality only, such as identity or telephone number. Kept as HMAC. */
  readonly lookup: Readonly<Record<string, string>>
}

export type Erased = { readonly failure: 'erased'; readonly at: Moment }

export interface Vault {
  /** New, or in place of the entry of that id; null when done. An erased entry stays erased. */
  put(entry: VaultEntry, at: Moment): Promise<null | Erased>
  /** Opening is an act of its own: the use case records it as an event. */
  open(id: string): Promise<VaultEntry | Erased | null>
  /** Those there are, by id, at the cost of one; for lists, which show them masked. */
  openMany(ids: readonly string[]): Promise<ReadonlyMap<string, VaultEntry | Erased>>
  /** Ids of the entries of that kind having the value, oldest first. */
  find(kind: string, name: string, value: string): Promise<readonly string[]>
  /** Irrevocable. False where there is no such entry or it is erased already. */
  erase(id: string, at: Moment): Promise<boolean>
}

export interface BlobInfo {
  /** SHA-256 of the content, hex: its name everywhere. */
  readonly hash: string
  readonly size: number
  /** Media type found by looking into it, not the one claimed. */
  readonly type: string
}

/** Attachments by content. Kept sealed, since an applicant's papers are personal data. */
export interface Blobs {
  put(content: Uint8Array, type: string, at: Moment): Promise<BlobInfo>
  info(hash: string): Promise<BlobInfo | Erased | null>
  open(hash: string): Promise<Uint8Array | Erased | null>
  erase(hash: string, at: Moment): Promise<boolean>
}
