/** Sign-in as the configuration wants it. */

import type { Configuration } from './configuration.ts'
import { baseUrlOf } from './listening.ts'
import type { Store } from './store/store.ts'
import type { SingleSignOn } from './web/sign-in/options.ts'
import { type SignIn, type SignInOptions, signIn } from './web/sign-in/sign-in.ts'

export const doorOf = (
  store: Store,
  configuration: Configuration,
  own: Pick<SignInOptions, 'secret' | 'now' | 'log'>,
): SignIn => {
  const single = singleOf(configuration)
  return signIn({
    ...own,
    office: store,
    database: store.database,
    baseUrl: baseUrlOf(configuration),
    ...(single !== null && { single }),
  })
}

const singleOf = (configuration: Configuration): SingleSignOn | null => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM } = configuration
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    return null
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    claim: OIDC_CLAIM,
  }
}
