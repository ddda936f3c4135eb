import type { ReactNode } from 'react'

interface SpecimenProps {
  /** The name of the component, by which its picture is filed. */
  readonly name: string
  readonly children: ReactNode
}

/** A component in all its states. */
export function Specimen({ name, children }: SpecimenProps) {
  return (
    <section className="specimen" data-specimen={name} aria-label={name}>
      <h2>{name}</h2>
      <div className="specimen__states">{children}</div>
    </section>
  )
}

/** One of its states, with what it is. */
export function State({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <div className="specimen__state">
      <p className="specimen__name">{of}</p>
      {children}
    </div>
  )
}
