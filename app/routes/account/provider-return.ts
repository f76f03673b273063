import { finishByProvider } from '#app/domain/base/accounts/sign-in-by-provider.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { redirectWith } from './signed-in.ts';
import type { Route } from './+types/provider-return.ts';

/** 从统一身份回来: on to the work, to the second step, or back to the sign-in page with the reason. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  try {
    const { state, to, cookies } = await finishByProvider(ctx, params.provider, originOf(request), request);
    const search = to ? `?to=${encodeURIComponent(to)}` : '';
    return redirectWith(state === 'in' ? `/account/sign-in${search}` : `/account/two-factor${search}`, cookies);
  } catch (error) {
    if (error instanceof Refusal) return redirectWith(`/account/sign-in?refused=${error.code}`, []);
    throw error;
  }
}
