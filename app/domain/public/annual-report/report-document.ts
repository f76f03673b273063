import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { paperAs, type PaperPage } from '#app/domain/pilot/panels/paper.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { FigureId, ReportContent, StreamResults } from './model.ts';
import { findReport } from './read.ts';

/** 年度报告 as Word or PDF: in Chinese, or Chinese and English. */
export async function annualDocument(ctx: Ctx, id: string, format: Format): Promise<Document> {
  const { content, hash, madeAt } = await findReport(ctx, id);
  if (!content || !hash || !madeAt) throw new Refusal('annual-report-not-made');
  await limit(ctx, `paper:${ctx.actor.id || (ctx.address ?? 'unknown')}`, 60, 600); // the press is everybody's
  const words = annualReportWords['zh-CN'];
  const title = words.of(content.place.zh, content.year);
  const locales = ctx.locale === 'en' ? (['zh-CN', 'en'] as const) : (['zh-CN'] as const);
  const pages: PaperPage[] = [];
  for (const locale of locales) pages.push(await pageOf(ctx, content, hash, locale));
  return paperAs({ name: title, title, madeOn: beijingDay(madeAt), pageOf: words.pageOf, pages }, format);
}

async function pageOf(ctx: Ctx, content: ReportContent, hash: string, locale: 'zh-CN' | 'en'): Promise<PaperPage> {
  const words = annualReportWords[locale];
  const results = [];
  for (const one of content.results) results.push(await partOf(ctx, one, locale));
  return {
    lang: locale === 'en' ? 'en' : 'zh', note: words.note, head: words.office, title: words.of(locale === 'en' ? content.place.en : content.place.zh, content.year),
    parts: [
      { head: '', lines: [words.asOf(beijingTime(content.asOf))], facts: [] },
      { head: words.figuresTitle, lines: [], facts: content.figures.map(({ id, value, before }) => [words.figures[id as FigureId], `${value.toLocaleString('en')}（${words.before(before.toLocaleString('en'))}）`]) },
      ...(results.length > 0 ? results : [{ head: words.results, facts: [], lines: [words.noResults] }]),
    ],
    foot: [`${words.fingerprint} ${hash}`],
  };
}

async function partOf(ctx: Ctx, { stream, editionId, communities, mean, before, sections, missed }: StreamResults, locale: 'zh-CN' | 'en') {
  const words = annualReportWords[locale];
  const edition = await getEdition(ctx, editionId);
  const rules = new Map(rulesOf(edition).map((rule) => [rule.id, rule]));
  const number = (value: number | null) => (value === null ? '—' : value.toFixed(1));
  return {
    head: `${words.streams[stream]}：${words.communities(communities)}，${words.mean(number(mean))}${before === null ? '' : `（${words.before(number(before))}）`}`,
    facts: sections.map(({ id, mean: of }): [string, string] => [`${id} ${inLanguage(edition.sections.find((section) => section.id === id)!, locale)}`, number(of)]),
    lines: [`${words.missed}：`, ...(missed.length === 0 ? [words.noneMissed] : missed.map(({ ruleId, communities: many, share }) => `${ruleId} ${inLanguage(rules.get(ruleId)!, locale)}（${words.communities(many)}，${share.toFixed(1)}%）`))],
  };
}
