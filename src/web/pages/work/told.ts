import { data, redirect } from 'react-router'
import type { Called } from '../../desk/api.ts'

/**
 * What the API told, or the page for those it told nothing: the door where nobody is signed in, the password where a
 * one-time one is still to be changed, their account where a second factor is wanted, else the trouble by its status.
 */
export function told<Body>(called: Called<Body>): Body {
  if (called.ok) return called.body
  const { type, status } = called.problem
  if (status === 401) throw redirect('/sign-in')
  if (type.endsWith(':password-first')) throw redirect('/work/password')
  if (type.endsWith(':second-factor-first')) throw redirect('/work/account?wanted=secondFactor')
  throw data(null, { status })
}
