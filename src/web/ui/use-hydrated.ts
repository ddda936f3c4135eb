import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and in the first picture, true once script has taken over: for what works with script alone. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
