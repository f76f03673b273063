import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { panelWords } from '#app/i18n/panels.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { adviceLines, explainedFacts, itemsFound } from './explained-lines.ts';
import type { Explanation } from './model.ts';
import { paperAs, type PaperPage } from './paper.ts';
import { explanationForApplicant, explanationForOffice } from './read-explanation.ts';

type Frozen = { content: Explanation; hash: string; sequence: number; frozenAt: Date };

/** 决定说明 as a document for the people behind the application: what they see on its page. */
export async function explanationDocument(ctx: Ctx, applicationId: string, format: Format): Promise<Document> {
  return written(ctx, await explanationForApplicant(ctx, applicationId), format);
}

/** The same for the office, whole. */
export async function officeExplanationDocument(ctx: Ctx, applicationId: string, format: Format): Promise<Document> {
  const { explanation } = await explanationForOffice(ctx, applicationId);
  if (!explanation) throw new Refusal('explanation-not-found', 404);
  return written(ctx, explanation, format);
}

async function written(ctx: Ctx, frozen: Frozen, format: Format): Promise<Document> {
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const words = panelWords['zh-CN'];
  const pages = [pageOf(frozen, 'zh-CN'), ...(ctx.locale === 'en' ? [pageOf(frozen, 'en')] : [])];
  const title = words.explanation.of(frozen.content.unit);
  return paperAs({ name: `${frozen.content.number} ${words.explanation.title}`, title, madeOn: beijingDay(frozen.frozenAt), pageOf: words.pageOf, pages }, format);
}

function pageOf({ content, hash, sequence, frozenAt }: Frozen, locale: 'zh-CN' | 'en'): PaperPage {
  const all = panelWords[locale];
  const words = all.explanation;
  const lang = locale === 'en' ? 'en' : 'zh';
  const unmet = itemsFound(content, ['not', 'partly'], locale);
  const advice = adviceLines(content, locale);
  const list = (lines: string[]) => (lines.length === 0 ? [] : [lines.join('\n')]);
  return {
    lang, note: locale === 'en' ? all.note : '', head: all.office, title: words.title,
    parts: [
      { head: '', facts: explainedFacts(content, locale), lines: [] },
      { head: `${words.findings.not} · ${words.findings.partly}`, facts: [], lines: unmet.length === 0 ? [words.nothingUnmet] : list(unmet) },
      { head: words.findings.met, facts: [], lines: list(itemsFound(content, ['met'], locale)) },
      ...(content.strengths === '' ? [] : [{ head: words.strengths, facts: [] as [string, string][], lines: [content.strengths] }]),
      ...(advice.length === 0 ? [] : [{ head: words.advice, facts: [] as [string, string][], lines: advice }]),
    ],
    foot: [words.method, words.frozen(beijingTime(frozenAt), sequence), `${all.hash} ${hash}`],
  };
}
