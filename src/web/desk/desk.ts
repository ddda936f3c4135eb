import type { Api } from './api.ts'
import type { ChartsDesk } from './charts-desk.ts'
import type { FeedsDesk } from './feeds-desk.ts'
import type { FormsDesk } from './forms-desk.ts'
import type { PortalDesk } from './portal-desk.ts'
import type { SignInDesk } from './sign-in-desk.ts'

/**
 * What the pages may ask for: the use cases of the office, as they are open to the one person who sent this request.
 * Who that is was settled before a page runs, so no page can forget to ask. One part for each subject; a part is
 * an interface, its implementation is put together where the server starts.
 *
 * Parts return what a page shows: plain data, small, without anything the reader may not see.
 */
export interface Desk {
  /** 哀悼日: all pages grey. */
  mourning(): Promise<boolean>
  /** Whether pages for developers are shown. */
  readonly development: boolean
  /** Whether we are reached by https: then cookies go over nothing else. */
  readonly secure: boolean
  readonly api: Api
  readonly portal: PortalDesk
  readonly signIn: SignInDesk
  readonly forms: FormsDesk
  readonly charts: ChartsDesk
  readonly feeds: FeedsDesk
}
