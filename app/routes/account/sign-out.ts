import { redirect } from 'react-router';
import { signOut } from '#app/domain/base/accounts/sign-out.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/sign-out.ts';
import { redirectWith } from './signed-in.ts';

export function loader() {
  return redirect('/account');
}

export async function action({ context }: Route.ActionArgs) {
  return redirectWith('/account/sign-in?news=out', await signOut(context.get(ctxKey)));
}
