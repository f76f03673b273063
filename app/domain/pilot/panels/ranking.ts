import { and, asc, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { notInvolved } from '#app/domain/pilot/review/involved.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { fingerprint } from './fingerprint.ts';
import { isStopped, judge, type Judged, readiness } from './judged.ts';
import type { RankEntry } from './model.ts';
import { rankForPlaces } from './rank-for-places.ts';
import { isRuleSettled, ruleOf } from './ranking-rule.ts';

/** 排名 of a call: everything in review or decided, ranked by the rule of the call; its fingerprint stands for all that went into it. */
export async function getRanking(ctx: Ctx, callId: string) {
  const [call] = isId(callId) ? await ctx.db.select().from(calls).where(and(eq(calls.id, callId), within(ctx, 'review.decide', calls.regionCode))) : [];
  if (!call) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'call-not-found', ctx.actor.id === '' ? 401 : 404);
  allow(ctx, 'review.decide', call);
  const asked = and(eq(applications.callId, callId), inArray(applications.status, ['in-review', 'accepted', 'declined']));
  const ids = (await ctx.db.select({ id: applications.id }).from(applications).where(asked).orderBy(asc(applications.id))).map(({ id }) => id);
  const apart = await ctx.db.select({ id: applications.id }).from(applications).where(and(asked, notInvolved(ctx)));
  if (apart.length < ids.length) throw new Refusal('involved-in-ranking', 403);

  const { rule, setByName, setAt } = await ruleOf(ctx, callId);
  const judged = await judge(ctx, ids);
  const entries = judged.map(entryOf);
  const ranked = rankForPlaces(entries, call.places, rule);
  const byId = new Map(judged.map((one) => [one.id, one]));
  const { sections } = await rubricOfCall(ctx, call);
  return {
    call, rule, ruleSetBy: setByName, ruleSetAt: setAt, isRuleSettled: await isRuleSettled(ctx, callId), sections, entries, ranked,
    hash: fingerprint({ rule, places: call.places, entries }),
    rows: ranked.map((row) => ({ ...row, judged: byId.get(row.id)! })),
  };
}

export type Ranking = Awaited<ReturnType<typeof getRanking>>;

function entryOf(judged: Judged): RankEntry {
  const { id, number, regionCode, status, score, sections, must, passMark } = judged;
  return {
    id, number, regionCode, passMark, score: score.value, bySection: Object.fromEntries(sections.map((section) => [section.id, section.score])),
    mustNotMet: must.filter(({ isMet }) => !isMet).length, isStopped: isStopped(judged), isReady: readiness(judged) === 'ready',
    outcome: status === 'accepted' || status === 'declined' ? status : null,
  };
}
