import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, type ShouldRevalidateFunctionArgs, useLocation, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root.ts';
import { countUnread } from './domain/base/inbox/read.ts';
import { ctxKey } from './platform/ctx.ts';
import { config } from './platform/config.ts';
import { isCutOff } from './platform/cut-off.ts';
import { isDesk } from './ui/is-desk.ts';
import { nonceKey } from './platform/http.ts';
import { ErrorPage } from './ui/error-page.tsx';
import './ui/tokens.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const path = new URL(request.url).pathname;
  // The desk counts by itself; a visitor has no messages.
  const unread = ctx.actor.id && !isDesk(path) ? await countUnread(ctx) : 0;
  return {
    locale: ctx.locale,
    isDemo: config().DEMO === 'yes',
    person: ctx.actor.id ? { name: ctx.actor.name, roles: ctx.actor.grants.map((grant) => grant.role), unread } : null,
    nonce: context.get(nonceKey),
    requestId: ctx.requestId,
    path,
  };
}

export function shouldRevalidate({ actionResult }: ShouldRevalidateFunctionArgs) {
  return !isCutOff(actionResult);
}

export function Layout({ children }: { children: ReactNode }) {
  const here = useRouteLoaderData<typeof loader>('root');
  const withScripts = isDesk(useLocation().pathname);
  return (
    <html lang={here?.locale ?? 'zh-CN'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0d4a40" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={here?.nonce} />
      </head>
      <body>
        {children}
        {withScripts && <ScrollRestoration nonce={here?.nonce} />}
        {withScripts && <Scripts nonce={here?.nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
