import { createHash } from 'node:crypto';
import { eq, inArray, max } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkFormula } from './formula.ts';
import type { IndicatorFile } from './input.ts';
import { type Definition, everybody } from './model.ts';
import { periodOf } from './period.ts';
import { indicatorsByCode, listDepartments } from './read.ts';
import { breakdowns, departments, indicatorLinks, indicators, indicatorVersions } from './tables.server.ts';
import { writeValue } from './write-value.ts';

/** The same definition has the same hash, whoever brings it. */
export const hashOf = (definition: Definition): string => createHash('sha256').update(canonicalJson(definition)).digest('hex');

/** 导入指标: what is new comes in; what this file said last time and says otherwise now becomes another version; the rest stays. */
export async function importIndicators(ctx: Ctx, file: IndicatorFile): Promise<{ added: number; changed: number; published: number }> {
  allow(ctx, 'indicator.define', { regionCode: '*' });
  const known = await indicatorsByCode(ctx);
  const lines = file.indicators.map(({ code, links, ...definition }) => ({ code, links, definition: definition as Definition }));
  const fresh = lines.filter(({ code, definition }) => !known.has(code) || hashOf(known.get(code)!.definition) !== hashOf(definition));
  const held = await heldHashes(ctx, fresh.flatMap(({ code }) => known.get(code)?.id ?? []));
  const wanted = fresh.filter(({ code, definition }) => !held.has(`${known.get(code)?.id} ${hashOf(definition)}`));
  refuseWrongFormulas(lines);
  const departmentsKnown = await listDepartments(ctx);
  const departmentsToAdd = file.departments.map((each, position) => ({ ...each, position })).filter(({ id }) => !departmentsKnown.some((each) => each.id === id));
  if (wanted.length === 0 && departmentsToAdd.length === 0) return { added: 0, changed: 0, published: 0 };
  return change(ctx, async (tx) => {
    if (departmentsToAdd.length > 0) await tx.db.insert(departments).values(departmentsToAdd).onConflictDoNothing();
    if (file.breakdowns.length > 0) await tx.db.insert(breakdowns).values(file.breakdowns).onConflictDoNothing();
    const ids = await writeVersions(tx, wanted, known);
    await writeLinks(tx, wanted, ids);
    const published = await writePublished(tx, file, ids);
    const added = wanted.filter(({ code }) => !known.has(code)).length;
    await tx.record('indicator.imported', { id: 'indicators', regionCode: '*' }, { added, changed: wanted.length - added, published });
    return { added, changed: wanted.length - added, published };
  });
}

type Line = { code: string; definition: Definition; links: IndicatorFile['indicators'][number]['links'] };

/** A version that somebody has put another one after is not brought back by the file. */
async function heldHashes({ db }: Ctx, ids: readonly number[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.select({ id: indicatorVersions.indicatorId, definition: indicatorVersions.definition }).from(indicatorVersions).where(inArray(indicatorVersions.indicatorId, [...ids]));
  return new Set(rows.map(({ id, definition }) => `${id} ${hashOf(definition)}`));
}

function refuseWrongFormulas(lines: readonly Line[]): void {
  const byCode = new Map(lines.map(({ code, definition }) => [code, definition]));
  for (const { code, definition: { unit, formula } } of lines) {
    const checked = formula === null ? undefined : checkFormula({ code, unit, formula }, (each) => byCode.get(each));
    if (checked && 'problem' in checked) throw new Refusal(checked.problem, 422);
  }
}

async function writeVersions(tx: Change, wanted: readonly Line[], known: Map<string, { id: number; version: number }>): Promise<Map<string, number>> {
  const [top] = await tx.db.select({ id: max(indicators.id) }).from(indicators);
  let next = top?.id ?? 0;
  const rows = wanted.map(({ code, definition }) => ({ code, definition, id: known.get(code)?.id ?? (next += 1), version: (known.get(code)?.version ?? 0) + 1 }));
  const added = rows.filter(({ code }) => !known.has(code));
  if (added.length > 0) await tx.db.insert(indicators).values(added.map(({ id, code, version }) => ({ id, code, version, madeAt: tx.now })));
  await tx.db.insert(indicatorVersions).values(rows.map(({ id, version, definition }) => ({ indicatorId: id, version, definition, hash: hashOf(definition), reason: 'data/indicators.json', madeByName: tx.actor.id === 'system' ? '' : tx.actor.name, madeAt: tx.now })));
  for (const { id, version, code } of rows) if (known.has(code)) await tx.db.update(indicators).set({ version }).where(eq(indicators.id, id));
  return new Map([...[...known].map(([code, { id }]) => [code, id] as const), ...rows.map(({ code, id }) => [code, id] as const)]);
}

async function writeLinks(tx: Change, wanted: readonly Line[], ids: Map<string, number>): Promise<void> {
  const of = wanted.map(({ code }) => ids.get(code)!);
  await tx.db.delete(indicatorLinks).where(inArray(indicatorLinks.indicatorId, of));
  const rows = wanted.flatMap(({ code, links }) => (['standard', 'outline', 'unicef'] as const).flatMap((frame) => links[frame].map((target) => ({ indicatorId: ids.get(code)!, frame, target: String(target) }))));
  if (rows.length > 0) await tx.db.insert(indicatorLinks).values(rows);
}

/** 已公布的全国数字: once; what somebody has corrected since stays corrected. */
async function writePublished(tx: Change, { observed }: IndicatorFile, ids: Map<string, number>): Promise<number> {
  const { rowCount } = await tx.db.execute(`select from indicator_values where county_code = 0 and origin = 2 limit 1`);
  if (rowCount) return 0;
  for (const { code, year, value, source } of observed) {
    const place = { indicatorId: ids.get(code)!, regionCode: '*', period: periodOf(year), breakdown: everybody };
    await writeValue(tx, place, { value, numerator: null, denominator: null }, { origin: 'published', source, sourceUrl: null, reason: '' });
  }
  return observed.length;
}
