import { vi } from 'vitest'

/** Milliseconds for a part of a story, or for what it begins with, on a machine that is busy with other tests. */
const patience = 300_000

/** Lets the tests of this file that are told from here on take as long as a busy machine needs. */
export const bePatient = (): void => void vi.setConfig({ testTimeout: patience, hookTimeout: patience })
