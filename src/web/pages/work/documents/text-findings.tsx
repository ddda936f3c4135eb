import { personalKinds, scanPersonalData } from '../../../../office/attachments/personal-data.ts'
import { secrecyMarkIn } from '../../../../office/attachments/secrecy-mark.ts'
import { Button } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'

interface FindingsProps {
  /** What is to be read in the text, as it stands. It goes nowhere from here. */
  readonly text: string
  readonly onFind: (words: string) => void
}

/** Most that are listed one by one. */
const most = 20

/** What in the text looks like personal data or a mark of secrecy, while it is written. */
export function TextFindings({ text, onFind }: FindingsProps) {
  const hits = scanPersonalData(text)
  const secret = secrecyMarkIn(text)
  return (
    <Panel title="不应公开的" aside={hits.length === 0 && secret === null ? '没有发现' : `${hits.length} 处`}>
      <div className="stack" aria-live="polite">
        {secret === 'mark' && (
          <Note state="late" title="正文有密级标志">
            涉密不上网、上网不涉密：这样的内容不会保存。请立即停止处理，报告本机关保密工作机构。{' '}
            <Cites of={['保密法', '条例§14']} audience="staff" />
          </Note>
        )}
        {secret === 'mention' && <Note state="soon">正文提到密级标志，请核对是否涉密。</Note>}
        {hits.length === 0 ? (
          <p className="text-ink-2">
            没有发现号码、住址一类的个人信息。姓名、汇总后能认出个人的内容，须由人核对。
          </p>
        ) : (
          <>
            <ul className="case__files">
              {hits.slice(0, most).map(({ kind, masked, start, end }) => (
                <li key={start}>
                  <div>
                    {personalKinds[kind]}
                    <br />
                    <span>{masked}</span>
                  </div>
                  <Button
                    small
                    onClick={() => onFind(text.slice(start, end))}
                    aria-label={`看原文：${personalKinds[kind]} ${masked}`}
                  >
                    看原文
                  </Button>
                </li>
              ))}
            </ul>
            {hits.length > most && <p>另有 {hits.length - most} 处。</p>}
            <p>
              不应公开的删除或者遮蔽；机关的办公电话等可以公开。{' '}
              <Cites of={['条例§15', '个保法§25']} audience="staff" />
            </p>
          </>
        )}
      </div>
    </Panel>
  )
}
