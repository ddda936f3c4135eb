import './app.css'
import { type ReactNode, useContext } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import {
  data,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from 'react-router'
import enhance from '../enhance/enhance.ts?worker&url'
import icon from '../ui/icon.svg?no-inline'
import { type Look, LookContext } from '../ui/look.ts'
import type { Route } from './+types/root.ts'
import { deskOf } from './load-context.ts'
import { NonceContext } from './nonce.ts'
import { scriptOf } from './page-handle.ts'
import { keptTextSize, textSizeOf } from './text-size-cookie.ts'
import { Trouble } from './trouble.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { size, asked } = textSizeOf(new URL(request.url).search, request.headers.get('cookie') ?? '')
  const look: Look = { textSize: size, mourning: await deskOf(context).mourning() }
  return data(look, asked ? { headers: { 'set-cookie': keptTextSize(size) } } : {})
}

/** Every document, also one that tells of a fault. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const look = useRouteLoaderData<typeof loader>('root')
  const script = scriptOf(useMatches().map(({ handle }) => handle))
  const nonce = useContext(NonceContext)
  return (
    <html
      lang="zh-CN"
      data-text={look?.textSize === 'normal' ? undefined : look?.textSize}
      data-mourning={look?.mourning ? '' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {script === 'app' && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}
        <link rel="icon" href={icon} type="image/svg+xml" />
        <Meta />
        <Links />
        {script !== undefined && <script type="module" src={enhance} />}
      </head>
      <body>
        {children}
        {script === 'app' && (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <LookContext value={loaderData}>
      <I18nProvider locale="zh-CN">
        <Outlet />
      </I18nProvider>
    </LookContext>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <Trouble error={error} />
}
