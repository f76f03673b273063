import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const said = indicatorVersions.definition;
const shown = { id: indicators.id, code: indicators.code, version: indicators.version, definition: said };

/** 找指标 by words of its name, its parts or its code (all of them), and by the department that owns it; `after` is the number of the last one before. */
export function findIndicators(ctx: Ctx, { q, owner }: { q: string; owner: string }, limit = 60, after = 0): Promise<Indicator[]> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6);
  return ctx.db.select(shown).from(indicators).innerJoin(indicatorVersions, and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version))).where(and(
    ...words.map((word) => sql`concat_ws(' ', ${indicators.code}, ${said}->>'zh', ${said}->>'en', ${said}->'numerator'->>'zh', ${said}->'denominator'->>'zh') ilike ${anywhere(word)}`),
    after > 0 ? gt(indicators.id, after) : undefined,
    owner ? sql`${said}->>'owner' = ${owner}` : undefined,
  )).orderBy(asc(indicators.id)).limit(limit);
}
