import { z } from 'zod';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { provinceBoundaries } from '#app/domain/base/regions/boundaries.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { getRegion, listChildren } from '#app/domain/base/regions/read.ts';
import { ageBands } from '#app/domain/base/communities/model.ts';
import { StatisticsAsked } from '#app/domain/public/statistics/input.ts';
import { definitions, openChildren, type OpenStatistics, openStatistics } from '#app/domain/public/statistics/open-data.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { config } from '#app/platform/config.ts';
import { type Ctx, ctxKey, visitor } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdsTag, tagOf } from '../../api/tag.ts';
import type { Route } from './+types/data-file.ts';

const Asked = z.object({ ...StatisticsAsked.shape, region: z.string().refine(isRegionCode).optional() });
type Cells = (string | number | null)[];
type Made = { text: string; type: string };

/** 统计文件: the same figures as the page and the API, to be taken away. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx: Ctx = { ...context.get(ctxKey), actor: visitor };
  const { region = '*', ...asked } = query(request, Asked);
  const { text, type } = await show(async () => {
    const make = files[params.file];
    if (!make) throw new Refusal('file-not-found', 404);
    return make(ctx, region, asked);
  });
  const tag = tagOf(text);
  const headers = { 'Content-Type': `${type}; charset=utf-8`, ETag: tag, 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' };
  if (holdsTag(request.headers.get('if-none-match') ?? '', tag)) return new Response(null, { status: 304, headers });
  const name = `tongyou-${region === '*' ? 'china' : region}-${params.file}`;
  return new Response(text, { headers: { ...headers, 'Content-Disposition': `attachment; filename="${name}"` } });
}

const csv = (lines: readonly Cells[]): Made => ({ text: `\uFEFF${lines.map((line) => csvLine(line)).join('')}`, type: 'text/csv' });
const setOf = ({ year, stream, edition, dataVersion }: OpenStatistics): Cells => [year, stream, edition.id, dataVersion.changes];

const files: Record<string, (ctx: Ctx, region: string, asked: StatisticsAsked) => Promise<Made>> = {
  'regions.csv': async (ctx, region, asked) => {
    const data = await openStatistics(ctx, region, asked);
    const { columns: words } = statisticsWords[ctx.locale];
    const sections = data.bySection.map(({ id }) => id);
    return csv([
      [words.code, words.name, words.communities, words.mean, ...sections, words.allMusts, words.met, words.partly, words.notMet, words.notApplicable, words.year, words.stream, words.edition, words.version],
      ...[...data.regions, data].map((line): Cells => [
        line.code, line.name || statisticsWords[ctx.locale].nation, line.communities, line.mean, ...sections.map((id) => line.sections[id] ?? null), line.allMusts, line.met, line.partly, line.notMet, line.notApplicable, ...setOf(data),
      ]),
    ]);
  },
  'rules.csv': async (ctx, region, asked) => {
    const data = await openStatistics(ctx, region, asked);
    const { columns: words } = statisticsWords[ctx.locale];
    const { kinds } = standardWords[ctx.locale];
    return csv([
      [words.item, words.kind, words.words, words.mean, words.unmet, words.met, words.partly, words.notMet, words.notApplicable, words.code, words.year, words.stream, words.edition, words.version],
      ...data.byRule.map((rule): Cells => [
        rule.id, kinds[rule.kind], ctx.locale === 'en' ? rule.en : rule.zh, rule.mean, rule.unmet, rule.met, rule.partly, rule.notMet, rule.notApplicable, region, ...setOf(data),
      ]),
    ]);
  },
  'children.csv': async (ctx, region) => {
    if (region !== '*') await getRegion(ctx, region);
    const { columns: words, children } = statisticsWords[ctx.locale];
    const lines = await openChildren(ctx, region, region.length === 12 ? [] : await listChildren(ctx, region === '*' ? null : region));
    const shown = (count: number | null) => count ?? children.hidden;
    return csv([
      [words.code, words.name, ...ageBands.map((band) => children.bands[band]), children.total],
      ...lines.map(({ code, name, bands, total }): Cells => [code, name || children.total, ...bands.map(shown), shown(total)]),
    ]);
  },
  'regions.geojson': async (ctx, region, asked) => {
    const data = await openStatistics(ctx, region, asked);
    const { MAP_BOUNDARIES_FILE, MAP_APPROVAL_NUMBER } = config();
    const shapes = region === '*' ? provinceBoundaries(MAP_BOUNDARIES_FILE) : [];
    const held = new Map(data.regions.map((line) => [line.code, line]));
    const drawn = shapes.map((shape) => ({ type: 'Feature', properties: { ...shape.properties, ...held.get(String(shape.properties.adcode ?? '').slice(0, 2)) }, geometry: shape.geometry }));
    const plain = region === '*' ? [] : data.regions.map((line) => ({ type: 'Feature', properties: line, geometry: null }));
    const { year, stream, edition, dataVersion } = data;
    const about = { year, stream, edition: edition.id, dataVersion, definitions, boundaries: statisticsWords[ctx.locale].map[MAP_APPROVAL_NUMBER ? 'approval' : 'source'] };
    const source = typeof about.boundaries === 'function' ? about.boundaries(MAP_APPROVAL_NUMBER) : about.boundaries;
    return { text: JSON.stringify({ type: 'FeatureCollection', about: { ...about, boundaries: source }, features: [...drawn, ...plain] }), type: 'application/geo+json' };
  },
};
