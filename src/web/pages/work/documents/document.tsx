import { nationalCalendar } from '../../../../law/calendar.ts'
import type { Day } from '../../../../law/day.ts'
import { periods } from '../../../../law/periods.ts'
import { pathOfDocument } from '../../../../office/documents/address.ts'
import { documentClasses } from '../../../../office/documents/classes.ts'
import { buttonClass, LinkButton } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { rulerBetween } from '../../../ui/ruler.ts'
import { Timeline } from '../../../ui/timeline.tsx'
import { deskOf } from '../../load-context.ts'
import { FilingButton } from '../assessment/filing-button.tsx'
import { storyOf } from '../story.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/document.ts'
import { DocumentChain } from './document-chain.tsx'
import { factsOfContent, metadataLabels } from './document-facts.tsx'
import { DocumentHead } from './document-head.tsx'
import { documentPageHref } from './document-href.ts'
import { DocumentMoves } from './document-moves.tsx'
import { DocumentFiles, DocumentLinks, DocumentVersions, PublicationActs, Visits } from './document-side.tsx'
import { DocumentStanding } from './document-standing.tsx'
import { documentWords } from './document-words.ts'
import { accountsAt, contentIn, membersAt, openDocument, type StaffDocument } from './open-document.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const [document, events, members, accounts, me, visits] = await Promise.all([
    openDocument(api, params),
    api.call('listEventsOfDocument', { params }),
    membersAt(api, params.organ),
    accountsAt(api, params.organ),
    api.call('readMe', {}),
    api.call('countVisits', { params }),
  ])
  return {
    document,
    events: told(events).rows,
    members,
    names: Object.fromEntries(members.map(({ id, name }) => [id, name])),
    accounts,
    visits: told(visits),
    ruler: rulerFor(document, told(visits).asOf),
    labels: metadataLabels(forms),
    mayDraft: mayAt(told(me), params.organ, 'draftDocument'),
    mayFile: mayAt(told(me), params.organ, 'answerAssessment'),
  }
}

/** From its signing to the day it became public, or to today. Periods of calendar days have no row of working days. */
function rulerFor(document: StaffDocument, today: Day) {
  const { from, due, publishedOn, verdict } = document.meter
  const { length } = periods[documentClasses[contentIn(document).class].period]
  return from === null || due === null || verdict === 'premature' || length.unit !== 'workingDay'
    ? null
    : rulerBetween(from, due, nationalCalendar, publishedOn ?? today)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData === undefined ? '文件' : contentIn(loaderData.document).title} · 主动公开` },
]

/** A document: where it stands and who is next, its metadata, its chain, its story, and what may be done now. */
export default function DocumentPage({ loaderData, params }: Route.ComponentProps) {
  const { document, events, members, names, accounts, visits, ruler, labels, mayDraft, mayFile } = loaderData
  const { organ, id } = params
  const content = contentIn(document)
  const index = document.indexNo === null ? [] : [{ label: '索引号', value: document.indexNo }]
  return (
    <>
      <DocumentHead
        organ={organ}
        title={content.title}
        acts={
          <>
            {mayFile && <FilingButton organ={organ} thing={id} />}
            <LinkButton to={documentPageHref(organ, id, 'preview')}>公众所见的样子</LinkButton>
            {document.shown !== null && (
              <a className={buttonClass({})} href={pathOfDocument(organ, id)}>
                公开的页面
              </a>
            )}
          </>
        }
      />
      <div className="case">
        <div className="case__main">
          <DocumentStanding document={document} names={names} members={members} ruler={ruler} />
          <Panel title="元数据">
            <Facts facts={[...index, ...factsOfContent(content, labels)]} grid />
          </Panel>
          <DocumentChain document={document} names={names} members={members} />
          <Panel title="经过" aside={`${events.length} 条`}>
            <Timeline happenings={storyOf(events, names, documentWords)} />
          </Panel>
        </div>
        <div className="case__side">
          <DocumentMoves organ={organ} id={id} moves={document.moves} />
          <PublicationActs document={document} accounts={accounts} />
          {document.shown !== null && <Visits visits={visits} />}
          <DocumentFiles document={document} />
          <DocumentLinks document={document} mayDraft={mayDraft} />
          <DocumentVersions document={document} />
        </div>
      </div>
    </>
  )
}
