import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useHydrated } from './use-hydrated.ts'

/** Prints the page. Without script there is none: the browser has its own. */
export function PrintButton({ children }: { readonly children: ReactNode }) {
  return useHydrated() ? <Button onClick={() => window.print()}>{children}</Button> : null
}
