import { paragraphs } from '../../../../writer/prose.ts'
import { findingLook } from '../../../ui/finding-look.ts'
import { saidId } from './anchors.ts'
import type { PlacedFinding } from './findings-order.ts'
import { markSource } from './marked-source.ts'
import './found.css'

interface FoundProseProps {
  readonly text: string
  readonly findings: readonly PlacedFinding[]
  /** Where the card of a finding is. */
  readonly findingHref: (number: number) => string
}

/** The prose of a section; every sentence about which something was found is marked, with the number of the finding. */
export function FoundProse({ text, findings, findingHref }: FoundProseProps) {
  const about = findings.filter(({ finding }) => finding.sentence !== undefined)
  const lines = paragraphs(text).map((line) => ({ kind: 'line', text: line, place: {} }) as const)
  const { blocks } = markSource(
    lines,
    {},
    about.map(({ finding }) => ({ text: finding.sentence! })),
  )
  return (
    <div className="prose">
      {blocks.map(
        (block, place) =>
          block.kind === 'line' && (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place
            <p key={place}>
              {block.stretches.map(({ text: words, said = [], opens = [], closes = [] }, at) => {
                const first = about[opens[0] ?? -1]
                return said.length === 0 ? (
                  words
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <span key={at}>
                    <span className="said" {...(first !== undefined && { id: saidId(first.number) })}>
                      {words}
                    </span>
                    {closes.map((index) => {
                      const placed = about[index]
                      return (
                        placed !== undefined && (
                          <a
                            key={index}
                            className="mark"
                            data-s={findingLook(placed.finding).mark}
                            href={findingHref(placed.number)}
                            aria-label={`发现 ${placed.number}`}
                          >
                            {placed.number}
                          </a>
                        )
                      )
                    })}
                  </span>
                )
              })}
            </p>
          ),
      )}
    </div>
  )
}
