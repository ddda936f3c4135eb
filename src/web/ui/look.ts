import { createContext } from 'react'
import type { TextSize } from './text-size.ts'

/** How the page is shown to this reader. The root of the pages provides it. */
export interface Look {
  readonly textSize: TextSize
  /** 哀悼日: everything is grey. */
  readonly mourning: boolean
}

export const LookContext = createContext<Look>({ textSize: 'normal', mourning: false })
