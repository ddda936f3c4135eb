import { Form } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { ApplicationForm } from '../../../office/intake/application-form.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-group.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { agentField, kindField, type Typed, textIn, variantField } from './apply-form.ts'

type Hits = AnsweredBy<'searchPublished'>['rows']

interface ApplyLookProps {
  readonly forms: readonly ApplicationForm[]
  readonly typed: Typed
  /** What was found; absent before anything was looked for. */
  readonly hits?: Hits
  readonly errors?: FormErrors
}

/** First step: whether it is public already (条例§36(1)), and who asks for what. */
export function ApplyLook({ forms, typed, hits, errors }: ApplyLookProps) {
  const q = textIn(typed, 'q')
  return (
    <>
      <h1>申请公开</h1>
      <ErrorSummary errors={errors} />
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
          />
          <SubmitButton name="intent" value="look" kind={hits === undefined ? 'primary' : 'plain'}>
            查一查
          </SubmitButton>
        </Form>
      </Panel>
      {hits !== undefined && <Found hits={hits} />}
      <Before forms={forms} q={q} looked={hits !== undefined} />
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
