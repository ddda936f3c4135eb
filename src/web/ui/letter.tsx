import { formatChinese } from '../../law/day.ts'
import { copiesText, type Letter as LetterData, titleLines } from '../../writer/letter.ts'

/** A letter as it will be printed. What is printed comes from the writers; this is for reading before and after. */
export function Letter({ letter }: { readonly letter: LetterData }) {
  const { attachments, copies } = letter
  return (
    <article className="letter" aria-label={letter.title}>
      <p className="letter__head">{letter.head}</p>
      <div className="letter__rules" />
      <p className="letter__no">{letter.number}</p>
      <h3 className="letter__title">
        {titleLines(letter.title).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h3>
      <p>{letter.addressee}：</p>
      {letter.paragraphs.map((paragraph) => (
        <p className="letter__text" key={paragraph}>
          {paragraph}
        </p>
      ))}
      {attachments.length > 0 && (
        <div className="letter__enclosed">
          <span>附件：</span>
          <ol>
            {attachments.map((name, index) => (
              <li key={name}>{attachments.length > 1 ? `${index + 1}. ${name}` : name}</li>
            ))}
          </ol>
        </div>
      )}
      <div className="letter__sign">
        <p>{letter.signature}</p>
        <p>{formatChinese(letter.date)}</p>
      </div>
      {letter.note !== '' && <p className="letter__note">（{letter.note}）</p>}
      {copies.length > 0 && <p className="letter__copies">抄送：{copiesText(copies)}</p>}
      <div className="letter__rules letter__rules--foot" />
    </article>
  )
}
