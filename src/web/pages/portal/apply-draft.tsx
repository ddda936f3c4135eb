import { Button } from '../../ui/button.tsx'

interface DraftProps {
  readonly organ: string
}

const notice =
  '草稿只存在这台设备的浏览器里，不上传到本机关；证件号码和附件不保存，三十天后自动删除。公用电脑上请不要保存，已经保存的请删除。'

/** Before the form: a draft that lies in this browser. Shown by script alone, since only script can find one. */
export const DraftOffer = ({ organ }: DraftProps) => (
  <section className="note portal__draft noprint" data-s="info" data-draft={organ} aria-label="草稿" hidden>
    <p data-draft-says role="status" />
    <p className="portal__quiet">{notice}</p>
    <div className="portal__buttons">
      <Button data-draft-resume>继续填写草稿</Button>
      <Button data-draft-delete>删除草稿</Button>
    </div>
  </section>
)

/** Within the form: keep what was typed in this browser, take it back, delete it. */
export const DraftTools = ({ organ }: DraftProps) => (
  <section className="note portal__draft noprint" data-s="plain" data-draft={organ} aria-label="草稿" hidden>
    <p>{notice}</p>
    <p data-draft-says role="status" />
    <div className="portal__buttons">
      <Button data-draft-save>保存草稿</Button>
      <Button data-draft-resume>恢复草稿</Button>
      <Button data-draft-delete>删除草稿</Button>
    </div>
  </section>
)

/** After the application was sent the draft is no draft any more. */
export const DraftSent = ({ organ }: DraftProps) => <span data-draft={organ} data-draft-sent="" hidden />
