import { data } from 'react-router'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/track.ts'
import { frameOf } from './frame.ts'
import './portal.css'
import { answerTracking, type TrackAnswer, tellOf } from './track-action.ts'
import { TrackDoor } from './track-door.tsx'
import { TrackView } from './track-view.tsx'

export const handle: PageHandle = { script: 'forms' }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const at = { params: { organ: params.organ } }
  const [frame, view] = await Promise.all([frameOf(context, params.organ), api.call('readTracking', at)])
  if (!view.ok && view.problem.status >= 429) throw data(null, { status: view.problem.status })
  const [given, rating] = view.ok
    ? await Promise.all([api.call('listOwnEnclosures', at), api.call('readOwnRating', at)])
    : [null, null]
  return {
    frame,
    view: view.ok ? view.body : null,
    enclosures: given?.ok ? given.body.rows : [],
    rating: rating?.ok ? rating.body : null,
    done: tellOf(new URL(request.url).searchParams.get('done')),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `办理进度 · ${loaderData?.frame.organ.name ?? ''}` },
]

export async function action({ request, params, context }: Route.ActionArgs) {
  const answer = await answerTracking(deskOf(context), params.organ, await request.formData())
  return answer instanceof Response ? answer : data<TrackAnswer>(answer, 'ask' in answer ? 200 : 422)
}

/** What became of a request, for whoever has its number and its secret. */
export default function Track({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, view, enclosures, rating, done } = loaderData
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '办理进度' }}>
      {view === null ? (
        <TrackDoor answer={actionData} />
      ) : (
        <TrackView
          frame={frame}
          view={view}
          enclosures={enclosures}
          rating={rating}
          done={done}
          answer={actionData}
        />
      )}
    </PublicShell>
  )
}
