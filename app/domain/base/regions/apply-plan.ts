import { eq, inArray, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { inParts } from '#app/platform/in-batches.ts';
import type { Fate, Plan, Unit } from './change-plan.ts';
import { isSynthetic, isVirtual, kindOf, levelOf, parentCandidates } from './model.ts';
import { searchable } from './readings.ts';
import { regionLineage, regionPasts, regions } from './tables.server.ts';

type Edge = { from: string; to: string; isPrincipal: boolean };

/** 生效: part of the change that carries a plan out. Ended units stay readable under their codes; nobody's papers are touched. Gives who follows whom. */
export async function applyPlan(tx: Change, changeId: string, plan: Plan): Promise<{ edges: Edge[]; at: Date }> {
  const at = await momentOf(tx);
  const touched = [...plan.fates.map((fate) => fate.from.code), ...plan.renamed.map((each) => each.code)];
  await keepPasts(tx, changeId, at, plan.fates.map((fate) => fate.from.code), true);
  await keepPasts(tx, changeId, at, plan.renamed.map((each) => each.code).filter((code) => !plan.fates.some((fate) => fate.from.code === code)), false);
  await keepLineage(tx, at, plan.fates);
  for (const codes of inParts(plan.ended.map((unit) => unit.code))) await tx.db.update(regions).set({ isEnded: true }).where(inArray(regions.code, codes));
  for (const unit of plan.made.toSorted((a, b) => a.code.length - b.code.length)) await make(tx, unit, at);
  for (const { code, to } of plan.renamed) await tx.db.update(regions).set({ name: to, since: at, ...(await searchable(code, to)) }).where(eq(regions.code, code));
  const made = new Set(plan.made.map((unit) => unit.code));
  const survivors = plan.fates.filter((fate) => fate.to.some((to) => to.code === fate.from.code && !made.has(to.code)));
  for (const fate of survivors) {
    const { name } = fate.to.find((to) => to.code === fate.from.code)!;
    await tx.db.update(regions).set({ name, since: at, ...(await searchable(fate.from.code, name)) }).where(eq(regions.code, fate.from.code));
  }
  await tx.record('regions.changed', { id: changeId, regionCode: common(touched) }, { units: touched.length });
  return { at, edges: plan.fates.flatMap((fate) => fate.to.map((to, place) => ({ from: fate.from.code, to: to.code, isPrincipal: place === 0 }))) };
}

/** No two changes at the same moment: the order of what happened to a code must be plain. */
async function momentOf(tx: Change): Promise<Date> {
  const { rows } = await tx.db.execute<{ last: string | null }>(sql`select to_json(max(until))#>>'{}' as last from region_pasts`);
  return new Date(Math.max(tx.now.getTime(), rows[0]?.last ? Date.parse(rows[0].last) + 1 : 0));
}

async function keepPasts(tx: Change, changeId: string, at: Date, codes: readonly string[], isEnd: boolean) {
  for (const some of inParts(codes)) {
    const rows = await tx.db
      .select({ code: regions.code, name: regions.name, since: regions.since, pinyin: regions.pinyin, initials: regions.initials })
      .from(regions)
      .where(inArray(regions.code, some));
    await tx.db.insert(regionPasts).values(rows.map((row) => ({ ...row, until: at, isEnd, changeId })));
  }
}

/** Whatever led to a unit that ends now leads to its successors from now on. */
async function keepLineage(tx: Change, at: Date, fates: readonly Fate[]) {
  const next = new Map(fates.map((fate) => [fate.from.code, fate.to.map((to) => to.code)]));
  const earlier = [];
  for (const codes of inParts([...next.keys()])) earlier.push(...(await tx.db.delete(regionLineage).where(inArray(regionLineage.presentCode, codes)).returning()));
  const rows = new Map<string, typeof regionLineage.$inferInsert>();
  const add = (row: typeof regionLineage.$inferInsert) => {
    const key = `${row.oldCode} ${row.endedAt.getTime()} ${row.presentCode}`;
    rows.set(key, { ...row, isPrincipal: row.isPrincipal || (rows.get(key)?.isPrincipal ?? false) });
  };
  for (const row of earlier) next.get(row.presentCode)!.forEach((presentCode, place) => add({ ...row, presentCode, isPrincipal: row.isPrincipal && place === 0 }));
  for (const [oldCode, to] of next) to.forEach((presentCode, place) => add({ oldCode, endedAt: at, presentCode, isPrincipal: place === 0, isReused: false }));
  for (const some of inParts([...rows.values()])) {
    await tx.db.insert(regionLineage).values(some).onConflictDoUpdate({
      target: [regionLineage.oldCode, regionLineage.endedAt, regionLineage.presentCode],
      set: { isPrincipal: sql`${regionLineage.isPrincipal} or excluded.is_principal` },
    });
  }
}

async function make(tx: Change, { code, name }: Unit, at: Date) {
  const parents = parentCandidates(code).filter((each) => !isSynthetic(each));
  const values = {
    level: levelOf(code), name, parentCode: parents[0] ?? null, kind: kindOf(code), isSynthetic: false, isVirtual: isVirtual(code, name), isEnded: false, since: at,
    ...(await searchable(code, name)),
  };
  await tx.db.insert(regions).values({ code, ...values }).onConflictDoUpdate({ target: regions.code, set: values });
  await tx.db.update(regionLineage).set({ isReused: true }).where(eq(regionLineage.oldCode, code));
}

/** The region that holds them all; the nation when there is none. */
function common(codes: readonly string[]): string {
  const [first = ''] = codes;
  return [12, 9, 6, 4, 2].map((length) => first.slice(0, length)).find((head) => head.length >= 2 && codes.every((code) => code.startsWith(head))) ?? '*';
}
