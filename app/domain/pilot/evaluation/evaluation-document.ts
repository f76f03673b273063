import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { paperAs, type PaperPage, type PaperPart } from '#app/domain/pilot/panels/paper.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';

import type { Ctx, Locale } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit, sharedKey } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import type { EvaluationContent } from './content.ts';
import { evaluationLines } from './report-lines.ts';
import { getEvaluation, publicEvaluation } from './read.ts';

/** 评估报告 as PDF or Word: concluded ones, as they were frozen, for whoever may see them. */
export async function evaluationDocument(ctx: Ctx, code: string, id: string, format: Format): Promise<Document> {
  const { content, hash } = await getEvaluation(ctx, code, id);
  if (!hash) throw new Refusal('evaluation-not-concluded');
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  return documentOf(ctx, content, hash, format);
}

/** 公开的评估报告 as PDF or Word. */
export async function publicEvaluationDocument(ctx: Ctx, code: string, id: string, format: Format): Promise<Document> {
  const { content, hash } = await publicEvaluation(ctx, code, id);
  await limit(ctx, `paper:${blind(sharedKey(`paper:${ctx.address ?? 'unknown'}`))}`, 30, 600);
  return documentOf(ctx, content, hash, format);
}

function documentOf(ctx: Ctx, content: EvaluationContent, hash: string, format: Format): Promise<Document> {
  const words = evaluationWords['zh-CN'];
  const title = words.reportOf(content.community, words.kinds[content.kind], content.subject, content.year);
  const pages = [pageOf(content, hash, 'zh-CN'), ...(ctx.locale === 'en' ? [pageOf(content, hash, 'en')] : [])];
  return paperAs({ name: title, title, madeOn: beijingDay(ctx.now), pageOf: words.paper.pageOf, pages }, format);
}

function pageOf(content: EvaluationContent, hash: string, locale: Locale): PaperPage {
  const words = evaluationWords[locale];
  const lines = evaluationLines(content, locale);
  const part = (head: string, facts: PaperPart['facts'], text: string[] = []): PaperPart[] => (facts.length + text.length === 0 ? [] : [{ head, facts, lines: text }]);
  return {
    lang: locale === 'en' ? 'en' : 'zh', note: locale === 'en' ? words.paper.note : '', head: words.paper.head,
    title: words.reportOf(content.community, words.kinds[content.kind], content.subject, content.year),
    parts: [
      ...part('', lines.about),
      ...part(words.summary, [], [content.summary]), ...part(words.strengths, [], content.strengths ? [content.strengths] : []), ...part(words.advice, [], content.advice ? [content.advice] : []),
      ...part(words.streamsTitle, lines.streams), ...part(words.conflictsTitle, lines.conflicts),
      ...lines.sections.flatMap(({ name, items }) => part(name || words.itemsTitle, items)),
      ...part(words.voicesTitle, lines.voices), ...part(words.indicatorsTitle, lines.indicators),
      ...part(words.compareTitle, lines.compared), ...part(words.commentTitle, lines.comment),
    ],
    foot: [`${words.hash} ${hash}`],
  };
}
