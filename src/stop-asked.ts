/** The signals by which a process is told to stop. */

/** Two signals within so many milliseconds are one: a terminal tells every process of its group, a wrapper again. */
const sameWish = 500

/** Resolves at the first SIGINT or SIGTERM; a second ends the process at once. */
export const stopAsked = (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let first: number | null = null
  const told = () => {
    const now = performance.now()
    first ??= now
    if (now - first >= sameWish) process.kill(process.pid, 'SIGKILL')
    resolve()
  }
  process.on('SIGINT', told).on('SIGTERM', told)
  return promise
}
