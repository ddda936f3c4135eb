import { Form } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { ApplicationForm } from '../../../office/intake/application-form.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-group.tsx'
import { Cites } from '../../ui/cite.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { DraftOffer } from './apply-draft.tsx'
import { agentField, kindField, type Typed, textIn, variantField } from './apply-form.ts'

type Found = AnsweredBy<'searchPublished'>
type Hits = Found['rows']

/** Where results stand, so that script can renew them while somebody types. */
const foundId = 'found'

interface ApplyLookProps {
  readonly organ: string
  readonly forms: readonly ApplicationForm[]
  readonly typed: Typed
  /** What was found; absent before anything was looked for. */
  readonly found?: Found
  readonly errors?: FormErrors
}

/** First step: whether it is public already (条例§36(1)), and who asks for what. */
export function ApplyLook({ organ, forms, typed, found, errors }: ApplyLookProps) {
  const q = textIn(typed, 'q')
  const looked = found !== undefined
  return (
    <>
      <h1>申请公开</h1>
      <ErrorSummary errors={errors} />
      <DraftOffer organ={organ} />
      <Panel title="先查一查" kind="wide">
        <Form className="stack" method="post" noValidate>
          <TextArea
            name="q"
            label="您要什么信息"
            hint="名称、文号或者大意。已经公开的可以直接获取，不用等待；查询的内容不作记录。"
            rows={2}
            limit={500}
            defaultValue={q}
            error={errors?.q}
            look={foundId}
          />
          <SubmitButton name="intent" value="look" kind={looked ? 'plain' : 'primary'}>
            查一查
          </SubmitButton>
        </Form>
      </Panel>
      <div id={foundId} className="portal__form" aria-live="polite">
        {looked && (
          <>
            <Found hits={found.rows} />
            <Others others={found.elsewhere} />
          </>
        )}
      </div>
      <Before forms={forms} q={q} looked={looked} />
    </>
  )
}

const Found = ({ hits }: { readonly hits: Hits }) =>
  hits.length === 0 ? (
    <Note state="info" title="没有查到已经公开的" live>
      <p>可以填写申请表，向本机关申请公开。</p>
    </Note>
  ) : (
    <Panel title={`可能已经公开：${hits.length} 条`} kind="wide">
      <ul className="rows">
        {hits.map(({ id, title, docNo, publishedOn, address, summary }) => (
          <li key={id}>
            <div>
              <a href={address}>{title}</a>
              <p className="rows__small">
                {[docNo, publishedOn && `${formatChinese(publishedOn)}公开`].filter(Boolean).join(' · ')}
              </p>
              {summary !== '' && <p>{summary}</p>}
            </div>
            <Form method="post">
              <input type="hidden" name="item" value={id} />
              <Button type="submit" name="intent" value="had" small aria-label={`就是这条：${title}`}>
                就是这条
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  )

/** Organs that perhaps have it (条例§36(5)). Whoever is not sure applies here: they are then told. */
const Others = ({ others }: { readonly others: Found['elsewhere'] }) =>
  others.length > 0 && (
    <Panel title="也许由其他机关负责公开" kind="wide">
      <p>
        信息由制作或者最初获取它的机关负责公开。 <Cites of={['条例§10¶1']} audience="public" />
      </p>
      <ul className="rows">
        {others.map(({ organ, name, items }) => (
          <li key={organ}>
            <div>
              <h3>{name}</h3>
              {items.map(({ id, title, address }) => (
                <p key={id} className="rows__small">
                  已经公开：<a href={address}>{title}</a>
                </p>
              ))}
            </div>
            <a className="btn btn--small" href={`/organs/${encodeURIComponent(organ)}/apply`}>
              向{name}申请
            </a>
          </li>
        ))}
      </ul>
      <p className="portal__quiet">
        拿不准的，可以照常向本机关申请；不由本机关负责公开的，会告知您理由，能够确定负责机关的，告知其名称和联系方式。
        <Cites of={['条例§36(5)']} audience="public" />
      </p>
    </Panel>
  )

interface BeforeProps extends Pick<ApplyLookProps, 'forms'> {
  readonly q: string
  readonly looked: boolean
}

/** What settles which fields the form has. */
function Before({ forms, q, looked }: BeforeProps) {
  const kinds = forms[0]?.sections.flatMap(({ fields }) => fields).find(({ key }) => key === kindField)
  return (
    <Panel title={looked ? '没有所要的，申请公开' : '已经查过，申请公开'} kind="wide">
      <Form className="stack" method="post" noValidate>
        <input type="hidden" name="q" value={q} />
        <RadioGroup
          name={variantField}
          label="填写哪一种表"
          options={forms.map(({ variant, title }) => ({ value: variant, label: title }))}
          defaultValue={forms[0]?.variant}
        />
        <RadioGroup
          name={kindField}
          label={kinds?.caption ?? ''}
          options={(kinds?.options ?? []).map(({ value, caption }) => ({ value, label: caption }))}
          defaultValue={kinds?.options[0]?.value}
        />
        <RadioGroup
          name={agentField}
          label="由谁提出"
          row
          options={[
            { value: 'no', label: '申请人自己' },
            { value: 'yes', label: '代理人或者监护人' },
          ]}
          defaultValue="no"
        />
        <SubmitButton name="intent" value="fill" kind={looked ? 'primary' : 'plain'}>
          填写申请表
        </SubmitButton>
      </Form>
    </Panel>
  )
}
