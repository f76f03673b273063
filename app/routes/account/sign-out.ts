import { redirect } from 'react-router';
import { signOut } from '#app/domain/base/accounts/sign-out.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { readForm } from '#app/platform/http.ts';
import type { Route } from './+types/sign-out.ts';
import { redirectWith } from './signed-in.ts';

/** The apps of the phone that keep something until it is sent. */
const unsentApps = ['visit', 'walk'] as const;

export function loader() {
  return redirect('/account');
}

/**
 * What this device kept of unsaved text goes with the session: the next person may sit at the same machine. A phone that holds things of a visit or a walk
 * that nobody else has yet asks first.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const unsent = unsentApps.filter((app) => new RegExp(`(?:^|;\\s*)${app}-unsent=[1-9]`).test(request.headers.get('cookie') ?? ''));
  if (unsent.length > 0 && (await readForm(request))?.get('anyway') !== 'yes') return redirect(`/${unsent[0]}#leaving`);
  const answer = redirectWith('/account/sign-in?news=out', await signOut(context.get(ctxKey)));
  answer.headers.set('Clear-Site-Data', '"storage"');
  for (const app of unsent) answer.headers.append('Set-Cookie', `${app}-unsent=0; Path=/; Max-Age=0; SameSite=Lax`);
  return answer;
}
