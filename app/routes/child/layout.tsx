import { Outlet } from 'react-router';
import '#app/ui/child/child.css';
import { helpFor } from '#app/domain/children/help/read.ts';
import reader from '#app/enhance/child.ts?worker&url';
import { ctxKey } from '#app/platform/ctx.ts';
import { notKept } from '#app/platform/http.ts';
import { ChildFrame } from '#app/ui/child/child-frame.tsx';
import { ChildFailure } from './child-failure.tsx';
import { lookOf } from './look.ts';
import type { Route } from './+types/layout.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return { look: lookOf(ctx, request), help: await helpFor(ctx), isHere: ctx.child !== undefined };
}

/** What a page of theirs refuses is answered here. */
export const headers = (told: Route.HeadersArgs): Record<string, string> => (told.errorHeaders ? notKept(told) : {});

/** 儿童页的版式: every child page nests here, so that help stands on each of them. */
export default function ChildLayout({ loaderData }: Route.ComponentProps) {
  return (
    <ChildFrame {...loaderData} reader={<script type="module" src={reader} />}>
      <Outlet />
    </ChildFrame>
  );
}

export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const look = loaderData?.look ?? { layer: 'teen' as const, hasPinyin: false };
  const help = loaderData?.help ?? { lines: [], adult: '' };
  return (
    <ChildFrame look={look} help={help} isHere={loaderData?.isHere ?? false}>
      <ChildFailure error={error} isHere={loaderData?.isHere ?? false} />
    </ChildFrame>
  );
}
