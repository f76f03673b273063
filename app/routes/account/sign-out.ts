import { redirect } from 'react-router';
import { signOut } from '#app/domain/base/accounts/sign-out.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/sign-out.ts';
import { redirectWith } from './signed-in.ts';

export function loader() {
  return redirect('/account');
}

/** What this device kept of unsaved text goes with the session: the next person may sit at the same machine. */
export async function action({ context }: Route.ActionArgs) {
  const answer = redirectWith('/account/sign-in?news=out', await signOut(context.get(ctxKey)));
  answer.headers.set('Clear-Site-Data', '"storage"');
  return answer;
}
