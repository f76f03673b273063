import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { getRegion, regionPath } from '#app/domain/base/regions/read.ts';
import { paperAs, type PaperPage } from '#app/domain/pilot/panels/paper.ts';
import { reportWords } from '#app/i18n/reports.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { getReport, type WholeReport } from './read.ts';

/** 进展报告 as a document: as it stands, or as it was handed in, with receipt and fingerprint. */
export async function reportDocument(ctx: Ctx, code: string, id: string, format: Format): Promise<Document> {
  const report = await getReport(ctx, code, id);
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const [region, path] = [await getRegion(officially(ctx), code), await regionPath(officially(ctx), code)];
  const words = reportWords['zh-CN'];
  const title = words.paper.titleOf(region.name, report.fromOn, report.untilOn);
  const place = path.slice(0, -1).map(({ name }) => name).join(' ');
  const pages = [pageOf(report, region.name, place, 'zh-CN'), ...(ctx.locale === 'en' ? [pageOf(report, region.name, place, 'en')] : [])];
  return paperAs({ name: title, title, madeOn: beijingDay(ctx.now), pageOf: words.paper.pageOf, pages }, format);
}

function pageOf(report: WholeReport, unit: string, place: string, locale: Locale): PaperPage {
  const words = reportWords[locale];
  const lang = locale === 'en' ? 'en' : 'zh';
  const last = report.rounds.at(-1);
  const facts: [string, string][] = [
    [words.paper.unit, unit], [words.paper.place, place], [words.period, words.span(report.fromOn, report.untilOn)], [words.dueOn, report.dueOn], [words.state, words.states[report.state]],
    ...(last ? [[words.paper.handedIn, `${last.submittedByName} ${beijingTime(last.submittedAt)}`] as [string, string], [words.receipt, last.receiptCode] as [string, string]] : []),
  ];
  const option = (question: WholeReport['questions'][number]) => (locale === 'en' ? (question.options.find(({ zh }) => zh === question.value)?.en ?? question.value) : question.value);
  return {
    lang, note: locale === 'en' ? words.paper.note : '', head: words.paper.head, title: words.paper.titleOf(unit, report.fromOn, report.untilOn),
    parts: [
      { head: '', facts, lines: [] },
      {
        head: words.paper.answers, lines: [],
        facts: report.questions.map((question) => [
          question.label[lang],
          [option(question) || '—', question.prefilled && question.isKept ? `（${words.from(question.prefilled)}）` : ''].filter(Boolean).join('\n'),
        ]),
      },
      ...(report.note === '' ? [] : [{ head: words.note, facts: [], lines: [report.note] }]),
    ],
    foot: last ? [`${words.hash} ${last.hash}`] : [words.paper.draft],
  };
}
