import { createHash } from 'node:crypto';
import { listChildren, placeNames } from '#app/domain/base/regions/read.ts';
import { listNotices } from '#app/domain/children/identity/notice.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { countPlaces } from './count-figures.ts';
import { type ComplianceContent, firstYear, isEmpty } from './model.ts';

/** 报告内容 of a place and a year: as of the last day of the year, or of now while it runs; asked again it is the same. */
export async function contentOf(ctx: Ctx, regionCode: string, year: number): Promise<ComplianceContent> {
  const [from, end] = [startOfBeijingDay(`${year}-01-01`), startOfBeijingDay(`${year + 1}-01-01`)];
  if (year < firstYear || from > ctx.now) throw new Refusal('compliance-year', 422);
  const isPreliminary = ctx.now < end;
  const to = isPreliminary ? ctx.now : end;
  const counted = await countPlaces(ctx, regionCode, year, from, to);
  const below = await listChildren(ctx, regionCode === '*' ? null : regionCode);
  const places = below.map(({ code, name }) => ({ regionCode: code, name, figures: counted(code) })).filter(({ figures }) => !isEmpty(figures));
  const notices = (await listNotices(ctx)).filter(({ publishedAt }) => publishedAt < to).map(({ version, publishedAt }) => ({ version, publishedOn: beijingDay(publishedAt) }));
  const place = regionCode === '*' ? '' : (await placeNames(ctx, [regionCode]))(regionCode);
  return { version: 1, regionCode, place, year, asOf: to.toISOString(), isPreliminary, notices, whole: counted(regionCode), places };
}

/** 指纹: over everything but the names of places, which may become others. */
export function hashOf({ place: _, places, ...content }: ComplianceContent): string {
  return createHash('sha256').update(canonicalJson({ ...content, places: places.map(({ name: __, ...line }) => line) })).digest('hex');
}
