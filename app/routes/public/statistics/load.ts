import { z } from 'zod';
import { childrenFigures } from '#app/domain/base/communities/children.ts';
import { provinceOutline } from '#app/domain/base/regions/boundaries.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { missedMusts, normGaps } from '#app/domain/public/statistics/gaps.ts';
import { StatisticsAsked } from '#app/domain/public/statistics/input.ts';
import { regionFigures, type RegionFigures } from '#app/domain/public/statistics/region-figures.ts';
import { decodeLevels } from '#app/domain/base/rule-results/model.ts';
import { placesOf } from '#app/domain/base/rule-results/tally.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { query } from '#app/platform/query.ts';
import { gapBars, sectionBars, spreadBars, yearLine } from './charts.ts';
import type { Question } from './links.ts';

const Asked = z.object({ ...StatisticsAsked.shape, show: z.enum(['mean', 'communities', 'musts']).optional(), map: z.enum(['tile', 'outline']).optional() });
const shownGaps = 8;
const shownMusts = 10;

/** 统计页的内容: the figures of one region, their charts drawn, in the language of whoever asks. */
export async function loadStatistics(ctx: Ctx, code: string, request: Request) {
  const question: Question = query(request, Asked);
  const [figures, children] = await Promise.all([regionFigures(ctx, code, question), childrenFigures(ctx, code)]);
  const kids = { own: children.own, below: [...children.below].map(([region, shown]) => ({ region, ...shown })) };
  if (!('set' in figures)) return { question, code, kids, empty: figures };
  return { question, code, kids, ...(await shown(ctx, figures, question)) };
}

async function shown(ctx: Ctx, figures: RegionFigures, question: Question) {
  const { edition, items, sheet, set, version } = figures;
  const words = statisticsWords[ctx.locale];
  const gaps = normGaps(edition, items, question.section);
  const musts = missedMusts(edition, items, question.section);
  const beside = figures.above.at(-1);
  const besideName = beside ? beside.name || words.nation : '';
  const sections = edition.sections.map((section) => ({
    id: section.id, name: inLanguage(section, ctx.locale), value: figures.own.sections[section.id] ?? null, beside: beside?.sections[section.id] ?? null,
  }));
  const ruleIds = placesOf(edition).map(({ ruleId }) => ruleId);
  return {
    figures: {
      region: figures.region, path: figures.path, set, sets: figures.sets, own: figures.own, children: figures.children, bands: figures.bands, years: figures.years,
      version: { changes: version.changes, at: version.at ? beijingTime(version.at) : '' },
      editionName: inLanguage(edition, ctx.locale), besideName, sections,
      gaps: gaps.map(({ of, unmet, mean }) => ({ id: of.id, name: inLanguage(of, ctx.locale), unmet, mean })),
      musts: musts.slice(0, shownMusts).map(({ of, unmet, counts }) => ({ id: of.id, name: inLanguage(of, ctx.locale), unmet, counts })),
    },
    charts: {
      sections: await sectionBars(sections.map((each) => ({ ...each, name: `${each.id} ${each.name}` })), [figures.region.name || words.nation, ...(besideName ? [besideName] : [])]),
      spread: await spreadBars(figures.bands, words.spread.of),
      years: figures.years.length > 1 ? await yearLine(figures.years) : '',
      gaps: await gapBars(gaps.slice(0, shownGaps).map(({ of, unmet }) => ({ name: of.id, value: unmet }))),
    },
    one: sheet ? { edition: { sections: edition.sections }, levels: decodeLevels(ruleIds, sheet.letters), code: sheet.regionCode, concludedAt: beijingTime(sheet.concludedAt) } : undefined,
    outline: question.map === 'outline' && figures.region.code === '*' ? provinceOutline(config().MAP_BOUNDARIES_FILE) : null,
    approvalNumber: config().MAP_APPROVAL_NUMBER,
  };
}

export type StatisticsData = Awaited<ReturnType<typeof loadStatistics>>;
export type Full = Extract<StatisticsData, { figures: unknown }>;
export type Figures = Full['figures'];
export type Kids = StatisticsData['kids'];
