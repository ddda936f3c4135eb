import { type ReactNode, StrictMode, startTransition, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { typedSoFar } from '../ui/typed-so-far.ts'

const typed = typedSoFar(document)

/** Script has come and everything works: what was typed until then is heard of, and the page says that it is live. */
function Live({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    typed.typeAgain()
    document.documentElement.dataset.live = ''
  }, [])
  return children
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Live>
        <HydratedRouter />
      </Live>
    </StrictMode>,
  )
})
