import { and, count, desc, eq, ilike, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { allow, allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameHas } from '#app/domain/base/regions/name-in.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import { findEvaluation } from './hold.ts';
import type { AskedEvaluations } from './input.ts';
import { contentOf, entriesOf } from './put-together.ts';
import { isCommentOver } from './save-draft.ts';
import { evaluations, evaluators } from './tables.server.ts';

const shown = (ctx: Ctx) => ({
  id: evaluations.id, regionCode: evaluations.regionCode, name: nameThenAndNow(ctx, evaluations.regionCode, evaluations.startedAt), kind: evaluations.kind, year: evaluations.year,
  subject: evaluations.subject, state: evaluations.state, evaluatorName: evaluations.evaluatorName, commentUntil: evaluations.commentUntil, commentedAt: evaluations.commentedAt,
  score: evaluations.score, concludedAt: evaluations.concludedAt,
});

const mine = (ctx: Ctx) =>
  inArray(evaluations.id, ctx.db.select({ id: evaluators.evaluationId }).from(evaluators).where(and(eq(evaluators.userId, ctx.actor.id), eq(evaluators.part, 'evaluates'), isNull(evaluators.setAsideAt))));

/** 评估名单: the office sees those of its regions, an evaluator their own. */
export async function listEvaluations(ctx: Ctx, asked: AskedEvaluations & Cursor = {}, size = 50) {
  allowAnywhere(ctx, 'evaluation.draft');
  const cursor = cursorOf(asked);
  const { where, order, limit } = keyset(evaluations.id, cursor, size);
  const rows = await ctx.db
    .select(shown(ctx))
    .from(evaluations)
    .innerJoin(regions, eq(regions.code, evaluations.regionCode))
    .where(and(
      asked.mine ? mine(ctx) : or(within(ctx, 'evaluation.assign', evaluations.regionCode), mine(ctx)), await insideToday(ctx, evaluations.regionCode, asked.region),
      asked.kind && eq(evaluations.kind, asked.kind), asked.state && eq(evaluations.state, asked.state),
      asked.q ? or(nameHas(ctx, anywhere(asked.q)), ilike(evaluations.subject, anywhere(asked.q))) : undefined, where,
    ))
    .orderBy(order)
    .limit(limit);
  const page = pageOf(rows, cursor, ({ id }) => id, size);
  const paths = await regionPaths(ctx, page.rows.map(({ regionCode }) => regionCode));
  return { ...page, rows: page.rows.map((row) => ({ ...row, path: (paths.get(row.regionCode) ?? []).slice(0, -1) })) };
}

/** 等我起草、答复的评估. */
export async function countMyEvaluations(ctx: Ctx): Promise<number> {
  const [many] = await together<number>(ctx, ctx.db
    .select({ n: count() })
    .from(evaluations)
    .where(and(mine(ctx), or(eq(evaluations.state, 'drafting'), and(eq(evaluations.state, 'commenting'), sql`${evaluations.commentedAt} is not null and ${evaluations.reply} = ''`)))));
  return many!;
}

/** 一份评估 as it stands, for whoever may see it; concluded ones are shown as they were frozen. */
export async function getEvaluation(ctx: Ctx, code: string, id: string) {
  const row = await findEvaluation(ctx, code, id);
  const written = row.content ? undefined : await entriesOf(ctx, row);
  const content = row.content ?? (await contentOf(ctx, row, written!));
  const isMine = row.evaluatorId === ctx.actor.id;
  const isOver = isCommentOver(row, beijingDay(ctx.now));
  const isOpen = row.state === 'drafting' || (row.state === 'commenting' && isOver);
  const { voices, indicators } = row.state === 'drafting' && isMine && written ? written : { voices: [], indicators: [] };
  const { countyCode: _, content: __, shown: ___, settings, ...about } = row;
  return {
    ...about, content, settings, isMine, isOver,
    canDraft: isMine && isOpen && may(ctx.actor, 'evaluation.draft', row),
    canSend: isMine && row.state === 'drafting',
    canComment: row.state === 'commenting' && !isOver && may(ctx.actor, 'evaluation.comment', row),
    canConclude: row.state === 'commenting' && isOver && !isMine && may(ctx.actor, 'evaluation.conclude', row),
    canSendBack: row.state === 'commenting' && (isMine || may(ctx.actor, 'evaluation.conclude', row)),
    canAppoint: row.state !== 'concluded' && may(ctx.actor, 'evaluation.assign', row),
    entries: { voices: voices.map((one) => one.id), indicators: indicators.map((one) => one.id) },
    missing: content.items.filter(({ level }) => level === null).map((item) => item.id),
  };
}

export type WholeEvaluation = Awaited<ReturnType<typeof getEvaluation>>;

async function ofPlace(ctx: Ctx, code: string) {
  return ofPlaces(await codesOf(ctx, code));
}

function ofPlaces(codes: readonly string[]) {
  return and(inArray(evaluations.countyCode, codes.map(countyCode)), inArray(evaluations.regionCode, [...codes]));
}

/** 社区的评估: those that were shown to it. */
export async function evaluationsOf(ctx: Ctx, code: string) {
  allow(ctx, 'evaluation.comment', { regionCode: code });
  return ctx.db.select({ ...shown(ctx), name: sql<string>`''` }).from(evaluations).where(and(await ofPlace(ctx, code), ne(evaluations.state, 'drafting'))).orderBy(desc(evaluations.id)).limit(100);
}

/** 公开的评估 of a community, by every code it ever bore: concluded ones, newest first; a desk review by one expert stays inside. */
export async function publicEvaluations(ctx: Ctx, codes: readonly string[]) {
  return ctx.db
    .select({ ...shown(ctx), name: sql<string>`''` })
    .from(evaluations)
    .where(and(ofPlaces(codes), eq(evaluations.state, 'concluded'), ne(evaluations.kind, 'desk')))
    .orderBy(desc(evaluations.concludedAt))
    .limit(20);
}

/** 公开的评估报告. */
export async function publicEvaluation(ctx: Ctx, code: string, id: string) {
  const rows = /^[0-9a-f-]{36}$/.test(id)
    ? await ctx.db.select().from(evaluations).where(and(await ofPlace(ctx, code), eq(evaluations.id, id), eq(evaluations.state, 'concluded'), ne(evaluations.kind, 'desk')))
    : [];
  const row = rows[0];
  if (!row?.content) throw new Refusal('evaluation-not-found', 404);
  return { id, regionCode: row.regionCode, kind: row.kind, year: row.year, subject: row.subject, content: row.content, hash: row.hash! };
}
