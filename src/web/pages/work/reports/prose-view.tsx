import { findingLook } from '../../../ui/finding-look.ts'
import { findingId, saidId } from './anchors.ts'
import type { PlacedFinding } from './findings-order.ts'
import type { MarkedBlock } from './marked-source.ts'
import type { ProseSection, ToldSentence } from './prose-sections.ts'

interface ProseViewProps {
  readonly section: ProseSection
  readonly findings: readonly PlacedFinding[]
}

/** The prose of a section; beside every sentence that states figures, the figures as they were understood. */
export function ProseView({ section: { paragraphs, sentences, loose }, findings }: ProseViewProps) {
  const told = (index: number) => {
    const sentence = sentences[index]
    return sentence === undefined ? null : <Told key={index} sentence={sentence} findings={findings} />
  }
  return (
    <div className="prose">
      {paragraphs.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place
        <p key={index}>
          <Paragraph block={block} told={told} />
        </p>
      ))}
      {loose.length > 0 && (
        <ul className="prose__loose">
          {loose.map((index) => (
            <li key={index}>
              “{sentences[index]?.text}” {told(index)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface ParagraphProps {
  readonly block: MarkedBlock
  readonly told: (index: number) => React.ReactNode
}

const Paragraph = ({ block, told }: ParagraphProps) =>
  block.kind === 'line' &&
  block.stretches.map(({ text, said, closes = [] }, index) =>
    said === undefined ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index}>
        <span className="prose__said">{text}</span>
        {closes.map(told)}
      </span>
    ),
  )

/** What was understood of a sentence: its figures, which lead to it in the source, and what was found about them. */
function Told({
  sentence: { figures, said, findings: numbers },
  findings,
}: { readonly sentence: ToldSentence } & Pick<ProseViewProps, 'findings'>) {
  return (
    <span className="prose__told">
      {figures.map((figure, index) =>
        said === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={index}>{figure}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <a key={index} href={`#${saidId(said)}`}>
            {figure}
          </a>
        ),
      )}
      {numbers.map((number) => {
        const placed = findings.find((each) => each.number === number)
        return (
          placed !== undefined && (
            <a
              key={number}
              className="mark"
              data-s={findingLook(placed.finding).mark}
              href={`#${findingId(number)}`}
              aria-label={`发现 ${number}`}
            >
              {number}
            </a>
          )
        )
      })}
    </span>
  )
}
