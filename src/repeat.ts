/** Work done again and again, never twice at a time. */

export interface Repeated {
  /** No more of it; resolves when what is under way has ended. */
  stop(): Promise<void>
}

/**
 * Does the work now, and again `pause` milliseconds after each end of it. What it throws is given to `failed`, and
 * does not end the repetition.
 */
export const repeat = (
  pause: number,
  work: (stopped: () => boolean) => Promise<unknown>,
  failed: (error: unknown) => void,
): Repeated => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const turn = async (): Promise<void> => {
    await work(() => stopped).catch(failed)
    if (!stopped) timer = setTimeout(() => begin(), pause)
  }
  const begin = () => {
    underWay = turn()
  }
  let underWay: Promise<void> = Promise.resolve()
  begin()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
