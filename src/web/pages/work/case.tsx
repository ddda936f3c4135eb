import { data } from 'react-router'
import { nationalCalendar } from '../../../law/calendar.ts'
import { addDays } from '../../../law/day.ts'
import type { Api } from '../../desk/api.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Letter } from '../../ui/letter.tsx'
import { Panel } from '../../ui/panel.tsx'
import { rulerOf } from '../../ui/ruler.ts'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/case.ts'
import { FilingButton } from './assessment/filing-button.tsx'
import { CaseApplicant, type Revealing } from './case-applicant.tsx'
import { CaseAsked } from './case-asked.tsx'
import { ClockStrip } from './case-clock.tsx'
import { factsOfCase } from './case-facts.tsx'
import { CaseLetters, CasePapers } from './case-files.tsx'
import { CaseMoves, hasPage } from './case-moves.tsx'
import { CaseNotes } from './case-notes.tsx'
import { CaseStory } from './case-story.tsx'
import { namesAt } from './colleagues.ts'
import { isTalk } from './event-words.ts'
import { faultsOf, typedIn } from './filled-in.ts'
import { refusalOf } from './moves-of-case.ts'
import { seeNotes, writeNote } from './note-answer.ts'
import { auditHref, requestHref, requestsHref } from './rooms.ts'
import { told } from './told.ts'
import { mayAt } from './who.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { organ, id } = params
  const [me, called, events, names] = await Promise.all([
    api.call('readMe', {}),
    api.call('readRequest', { params: { organ, id } }),
    api.call('listEventsOfRequest', { params: { organ, id } }),
    namesAt(api, organ),
  ])
  const file = told(called)
  const moves = file.moves.filter(({ action }) => hasPage(action, forms.fieldsOf(action) !== null))
  const newest = file.letters.at(-1)
  const [letter, ruler] = await Promise.all([
    newest === undefined ? null : api.call('readLetter', { params: { organ, id, letter: newest.id } }),
    rulerFor(api, organ, id, file),
  ])
  return {
    file: { ...file, moves },
    me: told(me).id,
    mayAudit: mayAt(told(me), organ, 'review'),
    mayFile: file.number !== null && mayAt(told(me), organ, 'answerAssessment'),
    mayNote: refusalOf(file, 'annotate') === null,
    events: told(events).rows,
    names,
    ruler,
    letter: letter?.ok ? letter.body : null,
    reveal: mayAt(told(me), organ, 'revealApplicant') ? forms.fieldsOf('revealApplicant') : null,
  }
}

type File = Parameters<typeof factsOfCase>[0]

/**
 * The period as a picture. While it stands still there is no day to draw to: then it is drawn as if all who are asked
 * stayed silent. An organ with days of its own has another calendar than ours; nothing is drawn for it.
 */
async function rulerFor(api: Api, organ: string, id: string, { clock, asOf, answeredOn }: File) {
  if (answeredOn !== null || clock.calendarVersion !== nationalCalendar.version) return null
  if (clock.due !== null) return rulerOf(clock as never, nationalCalendar, asOf)
  if (!clock.waitingFor.includes('consultation')) return null
  const ahead = await api.call('readClock', { params: { organ, id }, query: { asOf: addDays(asOf, 180) } })
  return ahead.ok ? rulerOf(ahead.body as never, nationalCalendar, asOf) : null
}

/** Shows masked data: recorded first, then shown to this answer alone, never in an address. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const back = requestHref(params.organ, params.id)
  const intent = form.get('intent')
  if (intent === 'noteSeen') return seeNotes(api, params, back)
  if (intent === 'note') return writeNote(api, forms, params, form, back)
  const fields = forms.fieldsOf('revealApplicant') ?? []
  const body = { fields: [], ...forms.read(fields, form) } as never
  const { organ, id } = params
  const called = await api.call('revealApplicant', { params: { organ, id }, body })
  if (called.ok) return data<Revealing>({ shown: called.body })
  const { errors, message } = faultsOf(called.problem, fields)
  return data<Revealing>({ message, errors, typed: typedIn(form) }, { status: 422 })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.file.number ?? '申请件'} · 办件` },
]

/** A case: the day and its reasons, what is asked, what happened, and what may be done now. */
export default function Case({ loaderData, actionData, params }: Route.ComponentProps) {
  const { file, events, names, ruler, letter, reveal, me, mayNote, mayAudit, mayFile } = loaderData
  const { clock, number, asked, answeredOn, asOf } = file
  const due =
    clock.due !== null && answeredOn === null && file.closedOn === null
      ? { on: clock.due, firm: clock.firm }
      : null
  const here = number ?? '未编号'
  return (
    <>
      <Breadcrumb above={[{ title: '办件', href: requestsHref(params.organ) }]} here={here} />
      <PageHead
        title={asked?.title ?? here}
        acts={
          <>
            {mayFile && <FilingButton organ={params.organ} thing={params.id} />}
            {mayAudit && <LinkButton to={auditHref(params.organ, params.id)}>留痕</LinkButton>}
          </>
        }
      />
      <div className="case__facts">
        <Facts facts={factsOfCase(file, names)} />
      </div>
      <div className="case">
        <div className="case__main">
          <ClockStrip clock={clock} answeredOn={answeredOn} ruler={ruler} />
          <CaseAsked asked={asked} />
          <CaseApplicant
            applicant={file.applicantView}
            fields={reveal}
            revealing={actionData !== undefined && 'intent' in actionData ? undefined : actionData}
            today={asOf}
          />
          <CaseNotes
            notes={file.notes}
            names={names}
            me={me}
            waits={file.state.mentioned.includes(me)}
            mayWrite={mayNote}
            answer={actionData !== undefined && 'intent' in actionData ? actionData : undefined}
          />
          <Panel title="经过" aside={`${events.filter((event) => !isTalk(event)).length} 条`}>
            <CaseStory events={events} names={names} due={due} />
          </Panel>
        </div>
        <div className="case__side">
          <CaseMoves organ={params.organ} request={params.id} moves={file.moves} />
          <CaseLetters organ={params.organ} request={params.id} letters={file.letters} />
          <CasePapers organ={params.organ} request={params.id} papers={file.papers} />
          {letter !== null && <Letter letter={letter} />}
        </div>
      </div>
    </>
  )
}
