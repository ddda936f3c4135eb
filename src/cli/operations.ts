/** What the commands of the service need of the program around them; `main` supplies it. */

/** A foreseeable failure, in Chinese: what, why, what to do. */
export interface NotDone {
  readonly failure: string
  readonly message: string
}

export interface VerifiedOrgan {
  readonly code: string
  readonly name: string
  readonly events: number
  readonly cases: number
  /** The end of the chain; null where the organ has no log yet. */
  readonly head: { readonly seq: number; readonly hash: string } | null
  /** Checkpoints of the organ that the log was held against. */
  readonly checkpoints: number
  /** Empty when all is well. */
  readonly faults: readonly { readonly kind: string; readonly message: string }[]
}

export interface BackedUp {
  readonly path: string
  readonly rows: number
  readonly sha256: string
}

export interface RestoredHere {
  readonly rows: number
  readonly organs: readonly VerifiedOrgan[]
  /** Why personal data of the backup cannot be opened with the keys at hand; null where they can. */
  readonly keys: string | null
}

export interface RebuiltOrgan {
  readonly code: string
  readonly name: string
  readonly cases: number
}

/** Which organs; null for all. */
export type OrganCode = string | null

export interface Operations {
  /** Runs the service until it is told to stop; `say` gets the lines meant for whoever started it. */
  serve(say: (line: string) => void): Promise<null | NotDone>
  /** Opens the service on an invented county in a folder of its own, made at the first start. */
  demo(say: (line: string) => void): Promise<null | NotDone>
  /** Whether there was anything to bring up to date. */
  migrate(): Promise<{ readonly changed: boolean } | NotDone>
  verify(organ: OrganCode): Promise<readonly VerifiedOrgan[] | NotDone>
  backup(path: string): Promise<BackedUp | NotDone>
  /** `into`: a folder or a postgres:// address, empty or not there yet. */
  restore(path: string, into: string): Promise<RestoredHere | NotDone>
  rebuild(organ: OrganCode): Promise<readonly RebuiltOrgan[] | NotDone>
}

export const isNotDone = (value: object | null): value is NotDone =>
  value !== null && 'failure' in value && 'message' in value
