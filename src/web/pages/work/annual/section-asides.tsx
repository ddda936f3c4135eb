import { useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import type { AnnualSection } from './annual-words.ts'
import type { SectionAnswer } from './section-action.ts'

interface SectionAsidesProps {
  readonly section: AnnualSection
  readonly names: Readonly<Record<string, string>>
  /** What stands in the editor. */
  readonly text: string
  readonly settled: (text: string) => void
}

/** Two wrote at once: both texts, and one of them, or what was made of both, to be kept. */
export function SectionAsides({ section, names, text, settled }: SectionAsidesProps) {
  const fetcher = useFetcher<SectionAnswer>()
  const seen = useRef<SectionAnswer | undefined>(undefined)
  const { asides, version } = section
  useEffect(() => {
    if (fetcher.data === undefined || fetcher.data === seen.current || fetcher.state !== 'idle') return
    seen.current = fetcher.data
    if (fetcher.data.saved !== null) settled(fetcher.data.text)
  }, [fetcher.data, fetcher.state, settled])
  const who = (by: string | null) => (by === null ? '' : (names[by] ?? '其他人员'))
  return (
    <Note state="soon" title="有两个人同时写了这一部分，两份文字都在" live>
      <fetcher.Form method="post" className="stack">
        <input type="hidden" name="over" value={version} />
        <input type="hidden" name="quiet" value="" />
        {asides.map(({ hash }) => (
          <input key={hash} type="hidden" name="settles" value={hash} />
        ))}
        <div className="annual__two">
          <section aria-label="现在保存的">
            <h3>现在保存的（{who(section.writtenBy)}）</h3>
            <p className="case__text">{section.text}</p>
            <Button type="submit" name="text" value={section.text}>
              用这一份
            </Button>
          </section>
          {asides.map(({ hash, words, by, on }) => (
            <section key={hash} aria-label="留存的">
              <h3>
                留存的（{who(by)}，{formatChinese(on)}）
              </h3>
              <p className="case__text">{words}</p>
              <Button type="submit" name="text" value={words}>
                用这一份
              </Button>
            </section>
          ))}
        </div>
        <p>
          也可以在下面的编辑框里把两份合起来，然后
          <Button type="submit" small name="text" value={text}>
            按编辑框的文字保存
          </Button>
        </p>
      </fetcher.Form>
    </Note>
  )
}
