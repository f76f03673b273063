import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { allow, allowAnywhere, may, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { contains, isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { nameHas, nameIn, nameOf } from '#app/domain/base/regions/name-in.ts';
import { isShown, listChildren, type Region, shownTo } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { stepsAbove } from '#app/domain/base/regions/then.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { factsOf } from './facts.ts';
import { pilots } from './tables.server.ts';
import { amongCodes, momentLine, type Part } from './told.ts';

/** 社区 at work: a sub-district or one of its committees, with where it lies and since when it is a pilot. */
export type WorkPlace = { code: string; name: string; path: { code: string; name: string }[]; pilotSince: string | null };

/** 社区工作台 of one community, for those who work for it; everybody else gets the same answer as for a code that does not exist. */
export async function workPlace(ctx: Ctx, code: string): Promise<WorkPlace> {
  allowAnywhere(ctx, 'community.work');
  if (!isRegionCode(code) || levelOf(code) < 4 || !may(ctx.actor, 'community.work', { regionCode: code })) throw new Refusal('work-place-not-found', 404);
  const { rows: [place] } = await ctx.db.execute<WorkPlace>(sql`
    /* one plan */ select r.code, ${nameOf(ctx, 'r')} as name,
      ${stepsAbove(ctx, sql`r.code`)} as path,
      (select p.since::text from pilots p where p.region_code = r.code and p.state = 'pilot' order by p.id desc limit 1) as "pilotSince"
    from regions r where r.code = ${code}`);
  if (!place) throw new Refusal('work-place-not-found', 404);
  return place;
}

/** 已知的数字 of a community, for those who work for it. */
export async function workFacts(ctx: Ctx, code: string): Promise<Record<string, unknown>> {
  allow(ctx, 'community.work', { regionCode: code });
  return factsOf(ctx, code);
}

/** 成为试点 as a line of the timeline. */
export const pilotMoments: Part = (_ctx, { codes }) => sql`select ${momentLine({ kind: 'pilot-since', day: sql`${pilots.since}` })} from ${pilots} where ${amongCodes(pilots.regionCode, codes)}`;

const most = 50;

/**
 * 我的社区: the places one works for themselves, the pilots among what lies below them, and those that have begun to work here;
 * by code, a page at a time.
 */
export async function listMyCommunities(ctx: Ctx, begun: readonly string[], asked: { text?: string; after?: string } = {}) {
  const own = workRegions(ctx);
  const wanted = [...own.filter((code) => levelOf(code) >= 4), ...begun];
  const isPilot = inArray(regions.code, ctx.db.select({ code: pilots.regionCode }).from(pilots).where(eq(pilots.state, 'pilot')));
  const found = await ctx.db
    .select({ code: regions.code, name: nameIn(ctx), path: stepsAbove(ctx, sql`regions.code`) })
    .from(regions)
    .where(and(
      within(ctx, 'community.work', regions.code), wanted.length > 0 ? or(isPilot, inArray(regions.code, wanted)) : isPilot,
      asked.text ? nameHas(ctx, anywhere(asked.text)) : undefined, asked.after && isRegionCode(asked.after) ? gt(regions.code, asked.after) : undefined,
    ))
    .orderBy(asc(regions.code))
    .limit(most + 1);
  const page = found.slice(0, most);
  return { rows: page, next: found.length > most ? page.at(-1)!.code : undefined };
}

/** 其他社区: what lies right below a place one works for, to begin with another community. */
export async function placesBelow(ctx: Ctx, under: string | undefined): Promise<{ under: string | undefined; rows: Region[] }> {
  const own = workRegions(ctx);
  const at = under && isRegionCode(under) && own.some((code) => contains(code, under)) ? under : own.length === 1 ? own[0]! : undefined;
  if (!at) return { under: undefined, rows: await ctx.db.select(shownTo(ctx)).from(regions).where(and(inArray(regions.code, own), isShown())).orderBy(asc(regions.code)) };
  return { under: at, rows: levelOf(at) < 5 ? await listChildren(ctx, at) : [] };
}

function workRegions(ctx: Ctx): string[] {
  allowAnywhere(ctx, 'community.work');
  return [...new Set(regionsFor(ctx.actor, 'community.work'))];
}
