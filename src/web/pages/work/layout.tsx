import { useMemo } from 'react'
import { Outlet } from 'react-router'
import { WorkShell } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/layout.ts'
import { requestsHref, shortcutsOf, wayFor } from './rooms.ts'
import { told } from './told.ts'
import { organInView } from './who.ts'
import './work.css'

export const handle: PageHandle = { script: 'app' }

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const me = told(await deskOf(context).api.call('readMe', {}))
  const organ = organInView(me, params.organ ?? new URL(request.url).searchParams.get('organ'))
  return {
    person: me.name,
    organ: organ?.name ?? me.grants[0]?.organName ?? '',
    ...wayFor(me, organ, params.organ),
    search: organ === null ? null : requestsHref(organ.id),
  }
}

/** Frame of the workbench: who is here, for which organ, and the rooms they may enter. */
export default function Workbench({ loaderData }: Route.ComponentProps) {
  const { person, organ, home, duties, search } = loaderData
  return (
    <WorkShell
      home={home}
      duties={duties}
      organ={organ}
      person={person}
      personHref="/work/account"
      search={search}
      signOut="/work/sign-out"
      shortcuts={useMemo(() => shortcutsOf(home, duties), [home, duties])}
    >
      <Outlet />
    </WorkShell>
  )
}
