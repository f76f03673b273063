import { and, asc, eq, gt, inArray, lt, max, ne } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { borneBy } from '#app/domain/base/regions/borne-by.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { nameHas } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { certificates } from '#app/domain/pilot/certification/tables.server.ts';
import { lastDayOf } from '#app/domain/pilot/certification/model.ts';
import { nearPlace, todayOf } from '#app/domain/pilot/progress-reports/near-place.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { together } from '#app/platform/together.ts';
import type { AskedReassessments } from './input.ts';
import type { EvaluationSettings } from './model.ts';
import { settingsOn } from './settings.ts';
import { evaluations, reassessments } from './tables.server.ts';

/** 列入复评: every valid certificate asks for the next evaluation of the whole, so many years after the last or after it was issued; told on the days of the settings. Run twice it says nothing twice. */
export async function watchReassessments(ctx: Ctx): Promise<string> {
  const settings = await settingsOn(ctx, beijingDay(ctx.now));
  const standing = (after: string, most: number) =>
    ctx.db
      .select({ id: certificates.id, regionCode: certificates.regionCode, level: certificates.level, issuedOn: certificates.issuedOn })
      .from(certificates)
      .where(and(eq(certificates.state, 'valid'), gt(certificates.id, after)))
      .orderBy(asc(certificates.id))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(standing)) {
    const today = await todayOf(ctx, batch.map(({ regionCode }) => regionCode));
    const borne = await borneBy(ctx, [...new Set(today.values())]);
    const [last, open] = [await lastWhole(ctx, borne), await stillOpen(ctx, borne)];
    for (const certificate of batch) {
      const regionCode = today.get(certificate.regionCode)!;
      told += await listOne(ctx, { ...certificate, regionCode }, last.get(regionCode), open.get(regionCode), settings);
    }
  }
  return String(told);
}

type Borne = ReadonlyMap<string, string>;

async function lastWhole(ctx: Ctx, borne: Borne): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ regionCode: evaluations.regionCode, at: max(evaluations.concludedAt) })
    .from(evaluations)
    .where(and(inArray(evaluations.regionCode, [...borne.keys()]), eq(evaluations.kind, 'whole'), eq(evaluations.state, 'concluded')))
    .groupBy(evaluations.regionCode);
  const days = rows.flatMap(({ regionCode, at }) => (at ? [[borne.get(regionCode)!, beijingDay(at)] as const] : []));
  return new Map(days.toSorted(([, a], [, b]) => a.localeCompare(b)));
}

async function stillOpen(ctx: Ctx, borne: Borne): Promise<Map<string, Row>> {
  const rows = await ctx.db.select().from(reassessments).where(and(inArray(reassessments.regionCode, [...borne.keys()]), ne(reassessments.state, 'done')));
  return new Map(rows.map((row) => [borne.get(row.regionCode)!, row]));
}

type Certificate = Pick<typeof certificates.$inferSelect, 'regionCode' | 'level' | 'issuedOn'>;
type Row = typeof reassessments.$inferSelect;

async function listOne(ctx: Ctx, { regionCode, level, issuedOn }: Certificate, lastOn: string | undefined, open: Row | undefined, settings: EvaluationSettings): Promise<number> {
  const since = lastOn && lastOn > issuedOn ? lastOn : issuedOn;
  const dueOn = addDays(lastDayOf(since, 12 * settings.reassessYears[level]), 1);
  const today = beijingDay(ctx.now);
  const first = Math.max(...settings.remindDays, 0);
  if (daysBetween(today, dueOn) > Math.max(first, 180)) return 0;
  const id = open?.dueOn === dueOn || open?.state === 'begun' ? open.id : await enter(ctx, { regionCode, award: level, since, dueOn }, open?.id);
  if (open?.state === 'begun') return 0;
  const left = daysBetween(today, dueOn);
  const nearest = settings.remindDays.filter((days) => left <= days).toSorted((a, b) => a - b)[0];
  if (nearest === undefined) return 0;
  const [region] = await ctx.db.select({ unit: regions.name }).from(regions).where(eq(regions.code, regionCode));
  const params = { unit: region!.unit, day: dueOn };
  const cause = `reassess:${id}:${dueOn}:${nearest}`;
  return (
    (await tell(ctx, await whoMay(ctx, 'evaluation.assign', regionCode), 'reassessment-due', params, '/desk/reassessments', cause)) +
    (await tell(ctx, await nearPlace(ctx, 'evaluation.comment', regionCode), 'reassessment-due', params, `/work/${regionCode}/evaluations`, cause))
  );
}

function enter(ctx: Ctx, row: { regionCode: string; award: string; since: string; dueOn: string }, openId: string | undefined): Promise<string> {
  return change(ctx, async (tx) => {
    const values = { ...row, updatedAt: tx.now };
    const [entered] = openId
      ? await tx.db.update(reassessments).set(values).where(eq(reassessments.id, openId)).returning({ id: reassessments.id })
      : await tx.db.insert(reassessments).values(values).returning({ id: reassessments.id });
    await tx.record('reassessment.due', { id: entered!.id, regionCode: row.regionCode }, { dueOn: row.dueOn, award: row.award });
    return entered!.id;
  });
}

/** 复评名单 of the office. */
export async function listReassessments(ctx: Ctx, asked: AskedReassessments & Cursor = {}, size = 50) {
  allowAnywhere(ctx, 'evaluation.assign');
  const cursor = cursorOf(asked);
  const { where, order, limit } = keyset(reassessments.id, cursor, size);
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select({
      id: reassessments.id, regionCode: reassessments.regionCode, name: nameThenAndNow(ctx, reassessments.regionCode, reassessments.updatedAt), award: reassessments.award,
      since: reassessments.since, dueOn: reassessments.dueOn, state: reassessments.state, evaluationId: reassessments.evaluationId,
    })
    .from(reassessments)
    .innerJoin(regions, eq(regions.code, reassessments.regionCode))
    .where(and(
      within(ctx, 'evaluation.assign', reassessments.regionCode), await insideToday(ctx, reassessments.regionCode, asked.region), asked.q ? nameHas(ctx, anywhere(asked.q)) : undefined,
      asked.state === 'late' ? and(ne(reassessments.state, 'done'), lt(reassessments.dueOn, today)) : asked.state === 'due' ? ne(reassessments.state, 'done') : asked.state && eq(reassessments.state, 'done'), where,
    ))
    .orderBy(order)
    .limit(limit);
  return pageOf(rows.map((row) => ({ ...row, isLate: row.state !== 'done' && row.dueOn < today })), cursor, ({ id }) => id, size);
}

/** 到期的复评 that nobody has begun: their days. */
export function reassessmentsDue(ctx: Ctx): Promise<string[]> {
  return together(ctx, ctx.db.select({ dueOn: reassessments.dueOn }).from(reassessments).where(and(eq(reassessments.state, 'due'), within(ctx, 'evaluation.assign', reassessments.regionCode))).orderBy(asc(reassessments.dueOn)).limit(100));
}
