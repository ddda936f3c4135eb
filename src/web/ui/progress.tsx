interface ProgressProps {
  /** What is going on, in words with numbers: 正在读取第 3 页，共 12 页. */
  readonly label: string
  readonly done: number
  readonly of: number
}

/** How far something has come. The words say it; the bar only repeats them. */
export function Progress({ label, done, of }: ProgressProps) {
  return (
    <div className="progress">
      <p role="status">{label}</p>
      <progress value={done} max={of} aria-label={label} />
    </div>
  )
}

/** In place of text that is on its way. */
export function Skeleton({
  lines = 3,
  label = '正在读取…',
}: {
  readonly lines?: number
  readonly label?: string
}) {
  return (
    <div className="skeleton" aria-busy="true">
      <p className="sr">{label}</p>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  )
}
