import type { Crumb } from '../../ui/breadcrumb.tsx'
import { type Me, mayAt, type OwnOrgan } from './who.ts'

/** The rooms of the workbench that somebody may enter, for the organ in view. */
export const roomsFor = (me: Me, organ: OwnOrgan | null): readonly Crumb[] => [
  { title: '今日', href: organ === null ? '/work' : `/work?organ=${encodeURIComponent(organ.id)}` },
  ...(organ === null ? [] : [{ title: '办件', href: requestsHref(organ.id) }]),
  ...(organ !== null && mayAt(me, organ.id, 'receive')
    ? [{ title: '收件登记', href: intakeHref(organ.id) }]
    : []),
]

export const requestsHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/requests`

export const intakeHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/intake`

export const registerHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/register`

export const requestHref = (organ: string, request: string): string =>
  `${requestsHref(organ)}/${encodeURIComponent(request)}`

export const papersHref = (organ: string, request: string): string => `${requestHref(organ, request)}/papers`

export const paperHref = (organ: string, request: string, paper: string): string =>
  `${papersHref(organ, request)}/${encodeURIComponent(paper)}`
