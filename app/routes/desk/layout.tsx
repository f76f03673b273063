import { Outlet, redirect, type ShouldRevalidateFunctionArgs, useRouteLoaderData } from 'react-router';
import { mustSetUpSecondFactor } from '#app/domain/base/accounts/actor.ts';
import { countUnread } from '#app/domain/base/inbox/read.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { ErrorPage } from '#app/ui/error-page.tsx';
import '#app/ui/desk/antd.gen.css';
import '#app/ui/desk/desk.css';
import { signInFor } from '#app/routes/account/signed-in.ts';
import { DeskFrame } from '#app/ui/desk/frame.tsx';
import { DeskProvider } from '#app/ui/desk/desk-provider.tsx';
import { menuFor } from '#app/ui/desk/menu.ts';
import type { Route } from './+types/layout.ts';

/** Nobody reads or does anything at the desk before signing in, with both factors where they are asked for. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context, request }) => {
    const ctx = context.get(ctxKey);
    if (mustSetUpSecondFactor(ctx)) throw redirect('/account/security');
    if (ctx.actor.id !== '') return;
    const { pathname, search } = new URL(request.url);
    const wanted = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/desk';
    throw redirect(signInFor(wanted));
  },
];

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { actor } = ctx;
  const [unread, paths] = await Promise.all([countUnread(ctx), regionPaths(ctx, actor.grants.map((grant) => grant.regionCode))]);
  const placeOf = (code: string) => paths.get(code)?.slice(-2).map((step) => step.name).join(' ') ?? '';
  return {
    unread,
    places: menuFor(actor),
    person: { name: actor.name, scopes: actor.grants.map((grant) => ({ role: grant.role, place: placeOf(grant.regionCode) })) },
  };
}

/** Turning a page of a list, or filtering it, leaves the frame as it is. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSamePlace = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isSamePlace && (!formMethod || formMethod === 'GET') ? false : defaultShouldRevalidate;
}

/** 工作台: staff, experts and organisations work here. */
export default function DeskLayout({ loaderData }: Route.ComponentProps) {
  return (
    <Framed here={loaderData}>
      <Outlet />
    </Framed>
  );
}

type Here = Route.ComponentProps['loaderData'];

function Framed({ here, children }: { here: Here; children: React.ReactNode }) {
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  return (
    <DeskProvider locale={locale}>
      <DeskFrame {...here} isDemo={root?.isDemo ?? false}>
        {children}
      </DeskFrame>
    </DeskProvider>
  );
}

export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  if (!loaderData) return <ErrorPage error={error} />;
  return (
    <Framed here={loaderData}>
      <ErrorPage error={error} isFramed />
    </Framed>
  );
}
