import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { chart, paragraph, run, table } from '#app/domain/base/documents/word-xml.ts';
import { writeWord } from '#app/domain/base/documents/write-word.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Block, blocksOf, type Printed } from './blocks-of.ts';
import { placeIn } from './model.ts';
import { findReport } from './read.ts';
import { wordChart } from './word-chart.ts';

type Page = { lang: 'zh' | 'en'; place: string; title: string; under: string; blocks: Block[] };
type Printable = Printed & { publishedAt: Date | null };

/** 监测报告 as Word or PDF: in Chinese; for English readers in English first, then in Chinese. */
export async function reportDocument(ctx: Ctx, id: string, format: Format): Promise<Document> {
  if (format === 'xlsx') throw new Refusal('not-found', 404);
  const report = await findReport(ctx, id);
  await limit(ctx, `paper:${ctx.actor.id || (ctx.address ?? 'unknown')}`, 60, 600); // the press is everybody's
  return { name: titleOf(report, ctx.locale).replace(': ', ' – '), format, content: await printReport(report, ctx.locale, format) };
}

const titleOf = ({ content: { plan, kind, year } }: Printed, locale: Locale) => monitoringWords[locale].of(locale === 'en' ? plan.en : plan.zh, kind, year);

/** 印出: of what is frozen and nothing else, neither clock nor chance: the same report gives the same bytes. */
export async function printReport(report: Printable, locale: Locale, format: 'pdf' | 'docx'): Promise<Uint8Array> {
  const pages = (locale === 'en' ? (['en', 'zh-CN'] as const) : (['zh-CN'] as const)).map((each) => pageOf(report, each));
  const { pageOf: pageWords } = monitoringWords[locale];
  const title = titleOf(report, locale);
  const madeOn = beijingDay(new Date(report.content.asOf));
  return format === 'pdf' ? compilePdf('city/monitoring-reports/report.typ', { title, madeOn, pageOf: pageWords, pages }) : wordReport(title, pageWords, pages);
}

function pageOf(report: Printable, locale: Locale): Page {
  const words = monitoringWords[locale];
  const { content, edition, publishedAt } = report;
  return {
    lang: locale === 'en' ? 'en' : 'zh', place: [placeIn(content, locale === 'en') || words.nation, content.plan.issuer].filter(Boolean).join(' · '), title: titleOf(report, locale),
    under: [words.edition(edition), publishedAt ? `${words.columns.published} ${shortDay(beijingDay(publishedAt), locale)}` : words.draftNote].join(' · '), blocks: blocksOf(report, locale),
  };
}

const across = 9300;

function wordReport(title: string, pageWords: [string, string, string], pages: readonly Page[]): Uint8Array {
  const charts: Record<string, string> = {};
  const body = pages.map((page, at) => [
    paragraph(run(page.place), { align: 'center', pageBreak: at > 0 }), paragraph(run(page.title), { style: 'LetterTitle' }), paragraph(run(page.under), { style: 'Hint', align: 'center' }),
    ...page.blocks.map((block) => blockXml(block, charts)),
  ].join('')).join('');
  return writeWord({ title, pageOf: pageWords, foot: '', margins: { top: 24, bottom: 22, left: 23, right: 23 }, body, charts });
}

function blockXml(block: Block, charts: Record<string, string>): string {
  if (block.kind === 'head') return paragraph(run(block.text, block.level === 2 ? {} : { bold: true, size: block.level === 3 ? 12 : 10.5 }), { style: block.level === 2 ? 'Heading1' : 'Normal', keepNext: true });
  if (block.kind === 'text' || block.kind === 'note') return paragraph(run(block.text), { style: block.kind === 'note' ? 'Hint' : 'Normal', keepNext: block.kind === 'note' && block.isKept === true });
  if (block.kind === 'chart') {
    const number = Object.keys(charts).length + 1;
    charts[`chart${number}`] = wordChart(block.picture, block.key);
    return paragraph(chart(`chart${number}`, number, block.picture.alt, { width: 150, height: 68 }));
  }
  const whole = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => Math.round((width * across) / whole));
  const rows = block.rows.map((cells) => ({ cells: cells.map((cell, at) => ({ width: widths[at]!, content: paragraph(run(cell), { style: 'Cell' }) })) }));
  const head = block.heads.length === 0 ? [] : [{ isHead: true, cells: block.heads.map((cell, at) => ({ width: widths[at]!, shade: true, content: paragraph(run(cell), { style: 'Label' }) })) }];
  return table(widths, [...head, ...rows]) + paragraph('', { style: 'Gap' });
}
