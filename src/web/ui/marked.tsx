interface MarkedProps {
  readonly parts: readonly { readonly text: string; readonly mark: boolean }[]
}

/** Plain text in parts; what answers a search is marked. */
export const Marked = ({ parts }: MarkedProps) =>
  parts.map(({ text, mark }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
    mark ? <mark key={place}>{text}</mark> : text,
  )
