/** What stands as evidence: something that the house has already, or a file. */
export type EvidenceSource =
  | {
      readonly kind: 'document' | 'request' | 'report' | 'task'
      readonly id: string
      readonly title: string
    }
  | {
      readonly kind: 'file'
      readonly hash: string
      readonly title: string
      readonly name: string
      readonly type: string
    }

/** What the house has already. */
export type HouseKind = Exclude<EvidenceSource['kind'], 'file'>
