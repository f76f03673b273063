import { redirect } from 'react-router';
import { beginByProvider } from '#app/domain/base/accounts/sign-in-by-provider.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { redirectWith } from './signed-in.ts';
import type { Route } from './+types/provider.ts';

/** 统一身份登录: sends the browser to the province's account system. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id) return redirect('/account');
  return show(async () => {
    const { url, cookie } = await beginByProvider(ctx, params.provider, originOf(request), new URL(request.url).searchParams.get('to'));
    return redirectWith(url, [cookie]);
  });
}
