import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { nameIfAny } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { type Ctx, type Layer, layers } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hardLines } from './hard-lines.ts';
import { childVersions } from './tables.server.ts';

const most = 50;

/** 一地的儿童版 for those who write there, newest first. */
export function listVersions(ctx: Ctx, regionCode: string) {
  allow(ctx, 'child-version.write', { regionCode });
  const { id, title, layer, state, sourceName, sourceKind, changedAt, publishedAt } = childVersions;
  return ctx.db
    .select({ id, title, layer, state, sourceName, sourceKind, changedAt, publishedAt, lines: sql<number>`jsonb_array_length(${childVersions.lines})` })
    .from(childVersions)
    .where(and(eq(childVersions.countyCode, countyCode(regionCode)), eq(childVersions.regionCode, regionCode)))
    .orderBy(desc(id))
    .limit(most);
}

/** 一份儿童版 for those who write there, with what is still too hard. */
export async function getVersion(ctx: Ctx, regionCode: string, id: string) {
  allow(ctx, 'child-version.write', { regionCode });
  const [row] = isId(id)
    ? await ctx.db.select().from(childVersions).where(and(eq(childVersions.countyCode, countyCode(regionCode)), eq(childVersions.regionCode, regionCode), eq(childVersions.id, id)))
    : [];
  if (!row) throw new Refusal('child-version-not-found', 404);
  return { ...row, hard: hardLines(row) };
}

const shownTo = (ctx: Ctx) => ({ id: childVersions.id, title: childVersions.title, layer: childVersions.layer, saidBy: childVersions.saidBy, publishedAt: childVersions.publishedAt, lines: childVersions.lines, region: nameIfAny(ctx) });

/** 我想知道: what children of this layer can read; a child's own place and what lies above it, everybody else the newest of all. */
export async function listKnown(ctx: Ctx, layer: Layer) {
  const here = ctx.child?.regionCode;
  const rows = await ctx.db
    .select(shownTo(ctx))
    .from(childVersions)
    .leftJoin(regions, eq(regions.code, childVersions.regionCode))
    .where(and(eq(childVersions.state, 'published'), eq(childVersions.layer, layer), here ? inArray(childVersions.regionCode, [here, ...parentCandidates(here), '*']) : undefined))
    .orderBy(desc(childVersions.publishedAt))
    .limit(most);
  return rows.map(({ lines, ...row }) => ({ ...row, first: lines[0]?.text ?? '', drawing: lines.find(({ drawing }) => drawing)?.drawing ?? '' }));
}

/** 公开的一份, with the layers in which the same text can also be read; a draft does not exist for children. */
export async function getKnown(ctx: Ctx, id: string) {
  const [row] = isId(id)
    ? await ctx.db
        .select({ ...shownTo(ctx), forGrownUps: childVersions.forGrownUps, sourceKind: childVersions.sourceKind, sourceId: childVersions.sourceId, sourceName: childVersions.sourceName, regionCode: childVersions.regionCode })
        .from(childVersions)
        .leftJoin(regions, eq(regions.code, childVersions.regionCode))
        .where(and(eq(childVersions.id, id), eq(childVersions.state, 'published')))
    : [];
  if (!row) throw new Refusal('child-version-not-found', 404);
  const others = row.sourceKind === 'notice' ? (await versionsOfNotice(ctx, row.sourceId)).filter((one) => one.id !== id && one.regionCode === row.regionCode && one.layer !== row.layer) : [];
  return { ...row, others };
}

/** 一份公示的儿童版 that are public, for its own page. */
export async function versionsOfNotice(ctx: Ctx, noticeId: string) {
  const { id, layer, title, regionCode } = childVersions;
  const rows = await ctx.db
    .select({ id, layer, title, regionCode })
    .from(childVersions)
    .where(and(eq(childVersions.sourceKind, 'notice'), eq(childVersions.sourceId, noticeId), eq(childVersions.state, 'published')))
    .orderBy(desc(childVersions.id))
    .limit(30);
  return rows.toSorted((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer));
}
