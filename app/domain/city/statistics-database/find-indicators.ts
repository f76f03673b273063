import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const said = indicatorVersions.definition;
const shown = { id: indicators.id, code: indicators.code, version: indicators.version, definition: said };

type Sought = { q: string; owner: string };
const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));

/** So many are offered to choose from at once. */
export const mostFound = 60;

/** 找指标 by words of its name, its parts or its code (all of them), and by the department that owns it; `after` is the number of the last one before. */
export function findIndicators(ctx: Ctx, sought: Sought, limit = mostFound, after = 0): Promise<Indicator[]> {
  return ctx.db.select(shown).from(indicators).innerJoin(indicatorVersions, inForce).where(and(meant(sought), after > 0 ? gt(indicators.id, after) : undefined)).orderBy(asc(indicators.id)).limit(limit);
}

/** 找到多少 in all. */
export async function countIndicators(ctx: Ctx, sought: Sought): Promise<number> {
  const [row] = await ctx.db.select({ many: count() }).from(indicators).innerJoin(indicatorVersions, inForce).where(meant(sought));
  return row!.many;
}

function meant({ q, owner }: Sought) {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6);
  return and(
    ...words.map((word) => sql`concat_ws(' ', ${indicators.code}, ${said}->>'zh', ${said}->>'en', ${said}->'numerator'->>'zh', ${said}->'denominator'->>'zh') ilike ${anywhere(word)}`),
    owner ? sql`${said}->>'owner' = ${owner}` : undefined,
  );
}
