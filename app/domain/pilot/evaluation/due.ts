import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { beijingDayOf, dueLine, lyingIn, momentLine, type Part } from '#app/domain/base/communities/told.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { evaluations } from './tables.server.ts';

const { regionCode, kind, state, commentUntil, commentedAt, concludedAt, score, id } = evaluations;

/** 待提的意见 as things these communities have to do. */
export const commentsDue: Part = (ctx, { ever }) => {
  const mine = ever.filter((code) => may(ctx.actor, 'evaluation.comment', { regionCode: code }));
  if (mine.length === 0) return undefined;
  return sql`
    select ${dueLine({ regionCode, kind: 'evaluation-comment', day: sql`${commentUntil}`, path: sql`'evaluations/' || ${id}` })}
    from ${evaluations} where ${lyingIn(evaluations, mine)} and ${state} = 'commenting' and ${commentedAt} is null and ${commentUntil} >= ${beijingDay(ctx.now)}`;
};

/** 形成结论的整体评估 as lines of the timeline. */
export const evaluationMoments: Part = (_ctx, { ever }) => sql`
  select ${momentLine({ kind: 'evaluation-concluded', day: beijingDayOf(concludedAt), path: sql`'evaluations/' || ${id}`, figure: sql`${score}` })}
  from ${evaluations} where ${lyingIn(evaluations, ever)} and ${state} = 'concluded' and ${kind} = 'whole' and ${concludedAt} is not null`;
