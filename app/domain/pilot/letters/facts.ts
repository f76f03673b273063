import { and, desc, eq, ne } from 'drizzle-orm';
import { questionOf as questionIdOf } from '#app/domain/pilot/applications/checklist.ts';
import { type Handed, listVerdicts } from '#app/domain/pilot/applications/submitted.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { noticeEntries, notices } from '#app/domain/pilot/notices/tables.server.ts';
import { forApplicant } from '#app/domain/pilot/panels/explain.ts';
import { adviceLines, itemsFound, scoreLine } from '#app/domain/pilot/panels/explained-lines.ts';
import { newestExplanation } from '#app/domain/pilot/panels/read-explanation.ts';
import { sees, stageOf } from '#app/domain/pilot/review/blindness.ts';
import { findDecision } from '#app/domain/pilot/review/read.ts';
import { letterWords } from '#app/i18n/letters.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Explanation } from '#app/domain/pilot/panels/model.ts';
import type { Facts, LetterKind } from './model.ts';

/** 文书的事实: what the placeholders stand for in one letter, in both languages. */
export async function factsOf(ctx: Ctx, handed: Handed, kind: LetterKind): Promise<Record<'zh' | 'en', Facts>> {
  const applicant = handed.content.answers['applicant-name'];
  const items = kind === 'return' ? await returned(ctx, handed) : [];
  const decision = kind === 'return' ? undefined : await findDecision(ctx, handed.id);
  const explained = kind === 'acceptance' || kind === 'refusal' ? await explainedOf(ctx, handed) : null;
  const notice = kind === 'notice' ? await noticeOf(ctx, handed.id) : undefined;
  const written = (locale: Locale): Facts => {
    const day = (text: string | null | undefined) => (text ? longDay(text, locale).replace(/（.*）|^\w+, /, '') : '');
    return {
      number: handed.number,
      applicant: typeof applicant === 'string' && applicant !== '' ? applicant : handed.applicantName,
      unit: handed.unitName,
      region: handed.path.map(({ name }) => name).join(locale === 'en' ? ' ' : ''),
      call: locale === 'en' && handed.call.titleEn ? handed.call.titleEn : handed.call.title,
      submittedOn: day(handed.rounds[0] && beijingDay(handed.rounds[0].submittedAt)),
      items: items.map(({ zh, en, reason }, at) => `${at + 1}. ${locale === 'en' ? `${en}: ` : `${zh}：`}${reason}`).join('\n'),
      answerBy: day(handed.answerDueOn), reason: explained?.reason ?? decision?.reason ?? '',
      decidedOn: day(explained?.decidedOn ?? (decision && beijingDay(decision.decidedAt))), ...(explained ? wordsOf(explained, locale) : {}),
      noticeFrom: day(notice?.startsOn), noticeTo: day(notice?.endsOn), today: day(beijingDay(ctx.now)),
    };
  };
  return { zh: written('zh-CN'), en: written('en') };
}

/** 决定说明 as the applicant may read it; a decision from before explanations were frozen has none. */
async function explainedOf(ctx: Ctx, handed: Handed): Promise<Explanation | null> {
  const row = await newestExplanation(ctx, handed.id);
  return row && forApplicant(row.content, sees(handed.call.review, stageOf(handed, row.content.reviews.rounds), { kind: 'applicant' }).marks);
}

function wordsOf(explained: Explanation, locale: Locale): Facts {
  const list = (lines: string[]) => (lines.length === 0 ? '' : `\n${lines.join('\n')}`);
  return {
    score: explained.score.value === null ? '' : scoreLine(explained, locale), passMark: explained.passMark === null ? '' : String(explained.passMark), strengths: explained.strengths,
    met: list(itemsFound(explained, ['met'], locale)), unmet: list(itemsFound(explained, ['not', 'partly'], locale)), advice: list(adviceLines(explained, locale)),
  };
}

async function returned(ctx: Ctx, handed: Handed) {
  const verdicts = (await listVerdicts(ctx, handed.id, handed.round)).filter(({ verdict }) => verdict === 'return');
  const questions = questionsOf(handed.questionSet);
  return verdicts.map(({ item, reason }) => {
    const question = questions.find(({ id }) => id === questionIdOf(item));
    const name = (locale: 'zh' | 'en') => (question ? `${question.number ?? ''} ${question.label[locale]}`.trim() : letterWords[locale === 'en' ? 'en' : 'zh-CN'].wholeForm);
    return { zh: name('zh'), en: name('en'), reason };
  });
}

async function noticeOf(ctx: Ctx, applicationId: string) {
  const [row] = await ctx.db
    .select({ startsOn: notices.startsOn, endsOn: notices.endsOn })
    .from(noticeEntries)
    .innerJoin(notices, eq(notices.id, noticeEntries.noticeId))
    .where(and(eq(noticeEntries.applicationId, applicationId), eq(noticeEntries.state, 'standing'), ne(notices.state, 'draft')))
    .orderBy(desc(notices.id))
    .limit(1);
  if (!row) throw new Refusal('letter-notice-none');
  return row;
}
