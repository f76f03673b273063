import { eq } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nearPlace } from '#app/domain/pilot/progress-reports/near-place.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { evaluatorOf } from './hold.ts';
import { evaluations } from './tables.server.ts';

type Kind = 'evaluation-assigned' | 'evaluation-to-comment' | 'evaluation-commented' | 'evaluation-concluded' | 'evaluator-set-aside';

/** 告知评估: the evaluator that it is theirs or that the community commented, the community that it may comment or that it is concluded, the office that an evaluator is lacking. */
export async function tellEvaluation(ctx: Ctx, id: string, kind: Kind, cause: string): Promise<string> {
  const [row] = await ctx.db
    .select({ regionCode: evaluations.regionCode, unit: regions.name, kind: evaluations.kind, subject: evaluations.subject, day: evaluations.commentUntil })
    .from(evaluations)
    .innerJoin(regions, eq(regions.code, evaluations.regionCode))
    .where(eq(evaluations.id, id));
  if (!row) return '';
  const { regionCode, day, ...about } = row;
  const isCommunity = kind === 'evaluation-to-comment' || kind === 'evaluation-concluded';
  const evaluator = await evaluatorOf(ctx, id);
  const people = isCommunity ? await nearPlace(ctx, 'evaluation.comment', regionCode) : kind === 'evaluator-set-aside' ? await whoMay(ctx, 'evaluation.assign', regionCode) : evaluator ? [evaluator] : [];
  const link = isCommunity ? `/work/${regionCode}/evaluations/${id}` : `/desk/evaluations/${regionCode}/${id}`;
  return String(await tell(ctx, people, kind, { ...about, ...(day ? { day } : {}) }, link, cause));
}
