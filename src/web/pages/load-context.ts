import { createContext, RouterContextProvider } from 'react-router'
import type { Desk } from '../desk/desk.ts'

/** What the server hands to the pages with every request. */
export interface Handed {
  readonly desk: Desk
  /** Goes on every script and style that stands in a page itself. */
  readonly nonce: string
  /** Told of faults that a page did not foresee. */
  readonly report: (fault: unknown) => void
}

const handed = createContext<Handed>()

/** The server cannot make this itself: the key lies in the bundle. It finds the function at the entry. */
export const loadContextOf = (given: Handed): RouterContextProvider => {
  const context = new RouterContextProvider()
  context.set(handed, given)
  return context
}

type Context = Readonly<Pick<RouterContextProvider, 'get'>>

/** The use cases, in a loader or an action. */
export const deskOf = (context: Context): Desk => context.get(handed).desk

export const handedIn = (context: Context): Handed => context.get(handed)
