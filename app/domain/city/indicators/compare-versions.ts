import { and, eq, inArray, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { meaning } from './meanings.ts';
import { type Definition, type Frame, frames, type Words } from './model.ts';
import { getIndicator } from './read.ts';
import { indicatorValues, indicatorVersions } from './tables.server.ts';

/** 定义的各栏, each by itself and in the order of the form. */
const columns = {
  zh: (of) => of.zh, en: (of) => of.en, kind: (of) => of.kind, unit: (of) => of.unit, accumulation: (of) => of.accumulation, direction: (of) => of.direction, frequency: (of) => of.frequency, level: (of) => of.level, owner: (of) => of.owner,
  numeratorZh: (of) => of.numerator?.zh, numeratorEn: (of) => of.numerator?.en, denominatorZh: (of) => of.denominator?.zh, denominatorEn: (of) => of.denominator?.en, formula: (of) => of.formula,
  least: (of) => of.least, most: (of) => of.most, dimensions: (of) => of.dimensions.join(' '), source: (of) => of.source, provenance: (of) => of.provenance, noteZh: (of) => of.note.zh, noteEn: (of) => of.note.en,
} as const satisfies Record<string, (of: Definition) => string | number | null | undefined>;
export type Column = keyof typeof columns | Frame;
export type Changed = { column: Column; before: string; after: string };

/** 两版之间: which columns differ, and what stood and stands there. */
export function changedColumns(before: Definition, after: Definition): Changed[] {
  const said = (of: Definition, column: keyof typeof columns) => String(columns[column](of) ?? '');
  const spoken = frames.map((frame) => ({ column: frame, before: after.speaks?.before[frame].join(' ') ?? '', after: after.speaks?.now[frame].join(' ') ?? '' }));
  const own = (Object.keys(columns) as (keyof typeof columns)[]).map((column) => ({ column, before: said(before, column), after: said(after, column) }));
  return [...own, ...spoken].filter((each) => each.before !== each.after);
}

/** Whether figures before and after still say the same: what is counted, out of what, and by which formula. */
export const changesMeaning = (before: Definition, after: Definition): boolean => meaning.some((part) => partOf(before[part]) !== partOf(after[part]));
const partOf = (said: Words | string | null) => (said === null || typeof said === 'string' ? said : `${said.zh}\n${said.en}`);

type Effect = { before: number; after: number; regions: number; first: number | null; last: number | null };

/** 一版定义与上一版: what changed, who changed it and why, and how many accepted figures were recorded before it and since. */
export async function compareVersions(ctx: Ctx, code: string, version: number) {
  allowAnywhere(ctx, 'value.record');
  const { id, version: inForce } = await getIndicator(ctx, code);
  const rows = await ctx.db.select().from(indicatorVersions).where(and(eq(indicatorVersions.indicatorId, id), inArray(indicatorVersions.version, [version - 1, version])));
  const [own, former] = [rows.find((each) => each.version === version), rows.find((each) => each.version === version - 1)];
  if (!own) throw new Refusal('indicator-version-not-found', 404);
  const { madeAt, madeByName, reason, definition } = own;
  const v = indicatorValues;
  const moment = sql`${madeAt.toISOString()}::timestamptz`;
  const { rows: [effect] } = await ctx.db.execute<Effect>(sql`
    select count(*) filter (where ${v.recordedAt} < ${moment})::int as before, count(*) filter (where ${v.recordedAt} >= ${moment})::int as after,
      count(distinct ${v.regionCode}) filter (where ${v.recordedAt} < ${moment})::int as regions, (min(${v.period}) filter (where ${v.recordedAt} < ${moment}) / 1000)::int as first, (max(${v.period}) filter (where ${v.recordedAt} < ${moment}) / 1000)::int as last
    from ${v} where ${v.indicatorId} = ${id}`);
  return {
    code, version, inForce, name: { zh: definition.zh, en: definition.en }, madeAt, madeByName, reason, effect: effect!,
    changed: former ? changedColumns(former.definition, definition) : null, isBreak: former ? changesMeaning(former.definition, definition) : false,
  };
}
