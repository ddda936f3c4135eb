import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { handedIn } from './load-context.ts'
import { NonceContext } from './nonce.ts'
import { scriptOf } from './page-handle.ts'

export { loadContextOf } from './load-context.ts'

/** Milliseconds after which a part that has not come is given up. */
const patience = 10_000

/**
 * A page as a stream. One that sends no script is sent whole: late parts are put in their place by script.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8')
  const { nonce, report } = handedIn(context)
  const handles = router.staticHandlerContext.matches.map(
    ({ route }) => router.routeModules[route.id]?.handle,
  )
  const ready = scriptOf(handles) === 'app' ? 'onShellReady' : 'onAllReady'
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={router} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough()
          body.once('close', () => clearTimeout(timer))
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError: report,
      },
    )
    const timer = setTimeout(abort, patience)
    request.signal.addEventListener('abort', () => abort())
  })
}

/** Faults of loaders and actions. A visitor who went away is none, nor is what a page says by a status. */
export function handleError(
  fault: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  const foreseen = isRouteErrorResponse(fault) && fault.status < 500
  if (!request.signal.aborted && !foreseen) handedIn(context).report(fault)
}
