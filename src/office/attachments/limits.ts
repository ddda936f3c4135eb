/** What one attachment may cost. Sizes are bytes, times seconds. */
export const attachmentLimits = {
  bytes: 50_000_000,
  seconds: 30,
  /** Heap of the worker, in megabytes. */
  megabytes: 512,
  /** Workers at once: more would multiply the memory. */
  workers: 2,
} as const
