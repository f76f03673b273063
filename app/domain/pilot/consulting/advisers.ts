import { allow } from '#app/domain/base/accounts/access.ts';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { judgesNow } from './judges-now.ts';

/** 可以请的专家 for a session: verified ones who do not judge this community just now. */
export async function advisersFor(ctx: Ctx, regionCode: string) {
  allow(ctx, 'advice.arrange', { regionCode });
  const { rows } = await listExperts(ctx, { standing: 'verified' });
  const judging = new Set(await judgesNow(ctx, regionCode, rows.map(({ id }) => id)));
  return rows.filter(({ id }) => !judging.has(id)).map(({ id, name, organisationName, fields }) => ({ id, name, organisationName, fields }));
}
