import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import type { Crumb } from './breadcrumb.tsx'
import { closesByItself } from './closes-by-itself.ts'

/** A room of the workbench. */
export interface Room extends Crumb {
  /** Further addresses whose pages belong to it. */
  readonly also?: readonly string[]
}

/** Rooms that serve one duty, under its name. */
export interface Duty {
  readonly title: string
  readonly rooms: readonly Room[]
}

interface WorkNavProps {
  /** Where the day begins; null for those who have nothing to do there. */
  readonly home: Crumb | null
  readonly duties: readonly Duty[]
}

/** The room to which a page belongs: that whose address it lies furthest below. */
export function roomOf(pathname: string, duties: readonly Duty[]): Room | null {
  let found: Room | null = null
  let longest = 0
  for (const room of duties.flatMap(({ rooms }) => rooms))
    for (const address of [room.href, ...(room.also ?? [])])
      if (address.length > longest && `${pathname}/`.startsWith(`${address}/`)) {
        found = room
        longest = address.length
      }
  return found
}

/**
 * The ways through the workbench: a row of duties, each of which opens onto its rooms. They are links in disclosures of
 * the platform, so nothing of it needs script; with script, what is open closes by itself. A duty of one room is that
 * room, and where there is one duty alone its rooms stand in the open.
 */
export function WorkNav({ home, duties }: WorkNavProps) {
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => closesByItself(nav.current!), [])
  const here = roomOf(pathname, duties)
  const link = (room: Crumb, current: boolean) => (
    <li key={room.href}>
      <Link to={room.href} aria-current={current ? 'page' : undefined}>
        {room.title}
      </Link>
    </li>
  )
  const links = (rooms: readonly Room[]) => rooms.map((room) => link(room, room === here))
  return (
    <nav className="rooms" aria-label="主导航" ref={nav}>
      <ul>
        {home !== null && link(home, here === null && home.href.split('?')[0] === pathname)}
        {duties.map(({ title, rooms }) =>
          duties.length === 1 || rooms.length === 1 ? (
            links(rooms)
          ) : (
            <li key={title}>
              <details name="rooms">
                <summary aria-current={rooms.some((room) => room === here) ? 'true' : undefined}>
                  {title}
                </summary>
                <ul>{links(rooms)}</ul>
              </details>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}
