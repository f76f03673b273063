import { childrenFigures } from '#app/domain/base/communities/children.ts';
import { meanOf } from '#app/domain/base/rule-results/tally.ts';
import type { Figure } from '#app/domain/base/rule-results/tally-book.ts';
import type { RuleKind, Words } from '#app/domain/base/standard/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import type { Step } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { unmetOf } from './gaps.ts';
import type { StatisticsAsked } from './input.ts';
import { type RegionLine, regionFigures } from './region-figures.ts';

/** 含义 of the figures, in both languages, so that a file explains itself. */
export const definitions: Record<'mean' | 'communities' | 'allMusts' | 'unmet' | 'bands' | 'children' | 'dataVersion', Words> = {
  mean: { zh: '适用细则的平均得分：达标 100，部分达标 50，未达标 0', en: 'Mean over the rules that apply: met 100, partly met 50, not met 0' },
  communities: { zh: '在该年度和评估流里有结果的社区，各计一次', en: 'Communities with a result in this year and stream, each counted once' },
  allMusts: { zh: '适用的应达项全部达标的社区', en: 'Communities that meet every must-rule that applies' },
  unmet: { zh: '部分达标和未达标占适用细则的百分比', en: 'Partly met and not met, per cent of what applies' },
  bands: { zh: '得分落在从 from 起的十分里的社区数；null 为没有适用的细则', en: 'Communities whose score lies in the ten points from `from` on; null: no rule applies' },
  children: { zh: '试点社区填报的儿童人数；null 为不足 10，或可据以推算出不足 10 的数', en: 'Children as pilots gave them; null: fewer than 10, or a figure from which one under 10 follows' },
  dataVersion: { zh: '数字里包含的结果变更次数；次数相同，数据相同', en: 'How many changes of results the figures hold; the same number is the same data' },
};

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
const lineOf = ({ code, name, communities, mean, allMusts, counts, sections }: RegionLine) => ({
  code, name, communities, allMusts, mean: rounded(mean), met: counts.met, partly: counts.partly, notMet: counts.notMet, notApplicable: counts.notApplicable,
  sections: Object.fromEntries(Object.entries(sections).map(([id, value]) => [id, rounded(value)])),
});

/** 公开数据 of one region under one set of conditions: what the page shows, as plain figures. */
export async function openStatistics(ctx: Ctx, region: string, asked: StatisticsAsked) {
  const figures = await regionFigures(ctx, region, asked);
  if (!('set' in figures)) throw new Refusal('no-results-yet', 404);
  const { edition, items, own, set, version } = figures;
  const itemOf = (kind: Figure['kind'], id: string) => {
    const { met = 0, partly = 0, notMet = 0, notApplicable = 0 } = items.find((each) => each.kind === kind && each.item === id) ?? {};
    const counts = { met, partly, notMet, notApplicable };
    return { ...counts, mean: rounded(meanOf(counts)), unmet: rounded(unmetOf(counts)) };
  };
  const wordsOf = ({ zh, en }: Words): Words => ({ zh, en });
  return {
    year: set.year, stream: set.stream, edition: { id: edition.id, ...wordsOf(edition) },
    dataVersion: { changes: version.changes, at: version.at?.toISOString() ?? null },
    ...lineOf(own),
    bySection: edition.sections.map((section) => ({ id: section.id, ...wordsOf(section), ...itemOf('section', section.id) })),
    byNorm: edition.sections.flatMap((section) => section.norms.map((norm) => ({ id: norm.id, section: section.id, ...wordsOf(norm), ...itemOf('norm', norm.id) }))),
    byRule: rulesOf(edition).map((rule) => ({ id: rule.id, norm: rule.norm.id, kind: rule.kind as RuleKind, ...wordsOf(rule), ...itemOf('rule', rule.id) })),
    bands: figures.bands.map(({ band, communities }) => ({ from: band < 0 ? null : band * 10, communities })),
    years: figures.years.map(({ year, editionId, communities, mean }) => ({ year, edition: editionId, communities, mean: rounded(mean) })),
    regions: figures.children.filter(({ communities }) => communities > 0).map(lineOf),
    definitions,
  };
}
export type OpenStatistics = Awaited<ReturnType<typeof openStatistics>>;

/** 儿童人数 as a file: a line a region, hidden figures as null. */
export async function openChildren(ctx: Ctx, region: string, named: readonly Step[]) {
  const { own, below } = await childrenFigures(ctx, region);
  const lines = [...named.flatMap(({ code, name }) => (below.has(code) ? [{ code, name, ...below.get(code)! }] : [])), { code: region, name: '', ...own }];
  return lines;
}
