/**
 * What a route says of itself in `handle`.
 *
 * `script`: none is sent unless a route asks. `forms` sends the few kilobytes of `src/web/enhance` to a public form;
 * `app` sends React as well, for the workbench.
 */
export interface PageHandle {
  readonly script?: 'forms' | 'app'
}

/** The most that any of the routes of a page asks for. */
export const scriptOf = (handles: readonly unknown[]): PageHandle['script'] => {
  const asked = handles.map((handle) => (handle as PageHandle | undefined)?.script)
  if (asked.includes('app')) return 'app'
  return asked.includes('forms') ? 'forms' : undefined
}
