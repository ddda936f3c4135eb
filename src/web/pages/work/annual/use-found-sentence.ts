import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'
import { findingId } from '../reports/anchors.ts'
import type { PlacedFinding } from '../reports/findings-order.ts'
import type { ProseHandle } from './prose-editor.tsx'

/** Who comes from a finding has its sentence marked in the editor, and the caret there. */
export function useFoundSentence(
  findings: readonly PlacedFinding[],
  prose: RefObject<ProseHandle | null> | null,
): void {
  const { hash, key } = useLocation()
  const live = prose !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each arrival, whatever is saved meanwhile
  useEffect(() => {
    const found = findings.find(({ number }) => hash === `#${findingId(number)}`)
    if (found?.finding.sentence !== undefined) prose?.current?.mark(found.finding.sentence)
  }, [hash, key, live])
}
