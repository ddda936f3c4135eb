import { type ActionFunctionArgs, redirect } from 'react-router'
import { deskOf } from '../load-context.ts'

/** The address is for the button alone: whoever types it stays signed in. */
export const loader = () => redirect('/work')

export async function action({ context }: ActionFunctionArgs) {
  return redirect('/sign-in', { headers: await deskOf(context).signIn.signOut() })
}
