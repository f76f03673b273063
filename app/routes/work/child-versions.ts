import { redirect } from 'react-router';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/child-versions.ts';

/** 我的儿童版告知: those of the place one writes for; the nation's for the programme. */
export function loader({ request, context }: Route.LoaderArgs) {
  const [own] = regionsFor(signedIn(context.get(ctxKey), request).actor, 'child-version.write');
  return redirect(own ? `/work/${own}/children/child-versions` : '/work');
}
