import type { Findings } from './findings.ts'
import type { AttachmentRefusal } from './inspection.ts'

/** What an inspector of one format works with. */
export interface Workroom {
  readonly findings: Findings
  /** A part of this file as messages name it; files within files say so. */
  readonly part: (label: string) => string
  /** Inspects a file within this one. `label` names it by its place, never by its own name. */
  readonly nested: (bytes: Uint8Array, name: string, label: string) => Promise<AttachmentRefusal | undefined>
  /** Takes from what may still be unpacked in all; false once it is spent. */
  readonly spend: (bytes: number) => boolean
}

/** Looks into a file of its format; gives a refusal, or leaves what it found with the findings. */
export type Inspector = (
  bytes: Uint8Array,
  room: Workroom,
) => Promise<AttachmentRefusal | undefined> | AttachmentRefusal | undefined
