import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { parts, settings, type Scale } from './alike-features.ts';
import { featuresKnown } from './alike.ts';

/** 记下特征 of these communities; a row that says the same stays as it is. The place follows when the scale is known. */
export async function noteFeatures(ctx: Ctx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const known = await featuresKnown(ctx, codes);
  const rows = codes.map((code) => {
    const { setting, part, ...measured } = known.get(code)!;
    return { code, setting: settings.indexOf(setting), part: parts.indexOf(part), ...measured };
  });
  await ctx.db.execute(sql`
    insert into alike_places as kept (region_code, setting, part, log_children, infants, preschool, school, place)
    select code, setting, part, "logChildren", infants, preschool, school, point(-1000, 0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (code text, setting smallint, part smallint, "logChildren" real, infants real, preschool real, school real)
    on conflict (region_code) do update set setting = excluded.setting, part = excluded.part, log_children = excluded.log_children,
      infants = excluded.infants, preschool = excluded.preschool, school = excluded.school
    where (kept.setting, kept.part, kept.log_children, kept.infants, kept.preschool, kept.school)
      is distinct from (excluded.setting, excluded.part, excluded.log_children, excluded.infants, excluded.preschool, excluded.school)`);
}

/** 定尺度: mean and spread over all of them, rounded so that a night without news moves nothing; then everybody's place by it. */
export async function settlePlaces(ctx: Ctx): Promise<Scale & { communities: number }> {
  const columns = ['log_children', 'infants', 'preschool', 'school'].map((name) => sql.identifier(name));
  const means = sql.join(columns.map((column) => sql`coalesce(round(avg(${column})::numeric, 2), 0)::real`), sql`, `);
  const spreads = sql.join(columns.map((column) => sql`coalesce(round(stddev_pop(${column})::numeric, 2), 0)::real`), sql`, `);
  const { rows } = await ctx.db.execute<{ means: number[]; spreads: number[]; communities: number }>(sql`
    insert into alike_scale (id, means, spreads, communities, measured_at)
    select 1, array[${means}], array[${spreads}], count(*), ${ctx.now.toISOString()} from alike_places
    on conflict (id) do update set means = excluded.means, spreads = excluded.spreads, communities = excluded.communities, measured_at = excluded.measured_at
    returning means, spreads, communities`);
  const scale = rows[0]!;
  const z = (column: string, at: number) => {
    const spread = Number(scale.spreads[at]);
    if (spread === 0) return sql`0`;
    return sql`greatest(-50, least(50, (coalesce(${sql.identifier(column)}, ${Number(scale.means[at])}) - ${Number(scale.means[at])}::real) / ${spread}::real))`;
  };
  const spot = sql`point(
    ((setting * ${parts.length} + part) * 4 + case when log_children is null then 0 else 2 end + case when infants is null then 0 else 1 end) * 1000 + ${z('log_children', 0)},
    (${z('infants', 1)}) / sqrt(3))`;
  await ctx.db.execute(sql`update alike_places p set place = s.spot from (select region_code, ${spot} as spot from alike_places) s where s.region_code = p.region_code and not (p.place ~= s.spot)`);
  return scale;
}

/** 去掉 whoever has no results any more. */
export async function forgetPlaces(ctx: Ctx, codes: readonly string[]): Promise<void> {
  if (codes.length > 0) await ctx.db.execute(sql`delete from alike_places where region_code = any(${sql.param(codes)})`);
}
