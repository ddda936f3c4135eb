import { createContext } from 'react'

/** The nonce of this answer; empty in the browser, where nothing is written that needs it. */
export const NonceContext = createContext('')
