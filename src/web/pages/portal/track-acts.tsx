import { Form } from 'react-router'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { fieldId } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Typed, textIn } from './apply-form.ts'
import { wholeForm } from './problem-errors.ts'
import { contactWays, type HandIn, handIns, type TrackAnswer } from './track-action.ts'
import type { Tracked } from './track-view.tsx'

interface TrackActsProps {
  readonly view: Tracked
  readonly answer: TrackAnswer | undefined
}

/** What the applicant is waited for, and what else can be done; what cannot says why. */
export function TrackActs({ view, answer }: TrackActsProps) {
  const actOf = (intent: HandIn) => view.acts.find(({ act }) => act === handIns[intent].act)
  const isOpen = (intent: HandIn) => actOf(intent)?.open ?? false
  const withdrawal = view.acts.find(({ act }) => act === 'withdraw')
  const asked = (['correction', 'reasons'] as const).filter(isOpen)
  const locked = [
    ...(['correction', 'reasons', 'suggestion'] as const)
      .filter((intent) => !isOpen(intent))
      .map((intent) => ({ title: handIns[intent].title, because: actOf(intent)?.because })),
    ...(withdrawal?.open ? [] : [{ title: '撤回申请', because: withdrawal?.because }]),
  ]
  return (
    <Panel title={view.waits.some(forYou) ? '请您办理' : '您现在不用做任何事'} kind="wide">
      <div className="stack" id={fieldId(wholeForm)}>
        {view.waits.map(({ says }) => (
          <p key={says}>{says}</p>
        ))}
        {asked.map((intent) => (
          <HandInForm key={intent} intent={intent} answer={answer} primary />
        ))}
        {answer !== undefined && 'ask' in answer && <AskWithdrawal />}
        {withdrawal?.open && !(answer !== undefined && 'ask' in answer) && (
          <ConfirmButton
            label="撤回申请"
            title="撤回这件申请？"
            confirm="确认撤回"
            values={{ intent: 'withdraw' }}
          >
            <p>撤回后不再办理，不能恢复；以后可以重新申请。</p>
          </ConfirmButton>
        )}
        {isOpen('suggestion') && (
          <More title={handIns.suggestion.title} open={answers(answer, 'suggestion')}>
            <HandInForm intent="suggestion" answer={answer} />
          </More>
        )}
        <More title="变更联系方式" open={answers(answer, 'contact')}>
          <ContactForm answer={answer} />
        </More>
        {locked.length > 0 && (
          <More title="现在不能办理的">
            <ul className="list">
              {locked.map(({ title, because }) => (
                <li key={title}>
                  {title}：{because}
                </li>
              ))}
            </ul>
          </More>
        )}
      </div>
    </Panel>
  )
}

const forYou = (wait: Tracked['waits'][number]): boolean => wait.for !== 'consultation'

const answers = (answer: TrackAnswer | undefined, intent: string): boolean =>
  answer !== undefined && 'intent' in answer && answer.intent === intent

const wrongIn = (answer: TrackAnswer | undefined, intent: string) =>
  answer !== undefined && 'errors' in answer && answer.intent === intent ? answer : undefined

const More = ({
  title,
  open = false,
  children,
}: {
  readonly title: string
  readonly open?: boolean
  readonly children: React.ReactNode
}) => (
  <details className="portal__more" open={open}>
    <summary>{title}</summary>
    {children}
  </details>
)

interface ActFormProps {
  readonly answer: TrackAnswer | undefined
}

function HandInForm({
  intent,
  answer,
  primary = false,
}: ActFormProps & { readonly intent: HandIn; readonly primary?: boolean }) {
  const { title, label } = handIns[intent]
  const wrong = wrongIn(answer, intent)
  return (
    <Form className="stack noprint" method="post" encType="multipart/form-data" noValidate data-keep>
      <input type="hidden" name="intent" value={intent} />
      <TextArea
        name={intent}
        label={label}
        limit={5000}
        defaultValue={wrong === undefined ? '' : textIn(wrong.typed, intent)}
        error={wrong?.errors[intent]}
      />
      <FileField name={`${intent}.papers`} label="附件" hint="可以不附；涉密文件不得上传。" multiple />
      <SubmitButton kind={primary ? 'primary' : 'plain'}>提交{title}</SubmitButton>
    </Form>
  )
}

function ContactForm({ answer }: ActFormProps) {
  const wrong = wrongIn(answer, 'contact')
  const typed: Typed = wrong?.typed ?? {}
  return (
    <Form className="stack noprint" method="post" noValidate>
      <p>只填要变更的；会通知原来的联系方式。</p>
      <input type="hidden" name="intent" value="contact" />
      {contactWays.map((way) => (
        <TextField
          key={way.name}
          {...way}
          defaultValue={textIn(typed, way.name)}
          error={wrong?.errors[way.name]}
        />
      ))}
      <SubmitButton kind="plain">变更联系方式</SubmitButton>
    </Form>
  )
}

/** The question of a grave deed, where no script asked it. */
const AskWithdrawal = () => (
  <Form method="post" className="note" data-s="soon" aria-labelledby="ask-withdrawal">
    <strong id="ask-withdrawal">撤回这件申请？</strong>
    <p>撤回后不再办理，不能恢复；以后可以重新申请。</p>
    <input type="hidden" name="intent" value="withdraw" />
    <div className="portal__buttons">
      <Button type="submit" kind="danger" name="confirmed" value="yes">
        确认撤回
      </Button>
      <a href="?">不撤回</a>
    </div>
  </Form>
)
