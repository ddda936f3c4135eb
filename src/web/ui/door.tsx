import type { ReactNode } from 'react'
import { Mark } from './work-shell.tsx'

/** Frame of the pages on the way into the workbench: nobody is in view yet, and there is nowhere else to go. */
export const Door = ({ children }: { readonly children: ReactNode }) => (
  <div className="shell">
    <header className="bar bar--door">
      <div className="bar__in">
        <p>
          <Mark />
          政府信息公开工作台
        </p>
      </div>
    </header>
    <main className="alone stack" id="main">
      {children}
    </main>
  </div>
)
