import { desc, eq } from 'drizzle-orm';
import { communities, pilots } from '#app/domain/base/communities/tables.server.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { certificates } from '#app/domain/pilot/certification/tables.server.ts';
import { casesByIds } from '#app/domain/pilot/case-library/read.ts';
import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { calls, questionSets } from '#app/domain/pilot/calls/tables.server.ts';
import { noticeEntries, notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Entry } from './put.ts';

const dayOf = (at: Date | null) => (at ? beijingDay(at) : null);

const placeOf = async (ctx: Ctx, code: string) => (await placeNames(ctx, [code]))(code);

/** 申报: with what was last handed in; a draft is known to its own people by name and number only. */
export async function applicationEntry(ctx: Ctx, id: string): Promise<Entry | undefined> {
  const [row] = await ctx.db
    .select({ application: applications, unit: regions.name, english: regions.english, callTitle: calls.title, set: questionSets.content })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(questionSets, eq(questionSets.id, calls.questionSetId))
    .where(eq(applications.id, id));
  if (!row) return undefined;
  const { application, unit, english, callTitle, set } = row;
  const isDraft = application.status === 'draft';
  const [last] = isDraft ? [] : await ctx.db.select({ content: submissions.content }).from(submissions).where(eq(submissions.applicationId, id)).orderBy(desc(submissions.round)).limit(1);
  const said = last ? questionsOf(set).flatMap((question) => textIn(question, last.content.answers[question.id])) : [];
  return {
    kind: 'application', subjectId: id, audience: isDraft ? ['application.read'] : ['application.read', 'application.queue'], regionCode: application.regionCode,
    day: dayOf(application.submittedAt ?? application.createdAt), link: `/apply/${id}`, title: `${unit} ${application.number}`, titleEn: `${english ?? unit} ${application.number}`,
    body: [await placeOf(ctx, application.regionCode), callTitle, ...said].join(' '), names: [unit],
  };
}

const searched: readonly Question['kind'][] = ['text', 'long-text', 'table'];

/** What was written in words; telephone numbers, addresses of mail and codes stay out. */
function textIn(question: Question, answer: Answer | undefined): string[] {
  if (answer === undefined || !searched.includes(question.kind)) return [];
  if (typeof answer === 'string') return [answer];
  return answer.map((line) => (typeof line === 'string' ? line : Object.values(line).join(' ')));
}

/** 试点社区, as its page shows it. */
export async function communityEntry(ctx: Ctx, code: string): Promise<Entry | undefined> {
  const [pilot] = await ctx.db.select({ since: pilots.since, callTitle: pilots.callTitle, summary: pilots.summary, name: regions.name, english: regions.english }).from(pilots)
    .innerJoin(regions, eq(regions.code, pilots.regionCode)).where(eq(pilots.regionCode, code)).orderBy(desc(pilots.id)).limit(1);
  if (!pilot) return undefined;
  const [known] = await ctx.db.select({ about: communities.about }).from(communities).where(eq(communities.regionCode, code));
  return {
    kind: 'community', subjectId: code, audience: [], regionCode: code, day: pilot.since, link: `/communities/${code}`, title: pilot.name, titleEn: pilot.english ?? pilot.name,
    body: [await placeOf(ctx, code), pilot.callTitle, known?.about ?? '', pilot.summary].filter(Boolean).join(' '), names: [pilot.name],
  };
}

/** 批次: a draft is for those who edit calls. */
export async function callEntry(ctx: Ctx, id: string): Promise<Entry | undefined> {
  const [call] = await ctx.db.select().from(calls).where(eq(calls.id, id));
  if (!call) return undefined;
  const isDraft = call.state === 'draft';
  return {
    kind: 'call', subjectId: id, audience: isDraft ? ['call.edit'] : [], regionCode: call.regionCode, day: call.opensOn, link: isDraft ? `/desk/calls/${id}` : `/apply/calls/${id}`,
    title: call.title, titleEn: call.titleEn, body: [await placeOf(ctx, call.regionCode), call.about, `${call.opensOn} – ${call.closesOn}`].filter(Boolean).join(' '),
  };
}

/** 公示: with the units on its list that still stand; a draft is for those who edit notices. */
export async function noticeEntry(ctx: Ctx, id: string): Promise<Entry | undefined> {
  const [row] = await ctx.db.select({ notice: notices, regionCode: calls.regionCode }).from(notices).innerJoin(calls, eq(calls.id, notices.callId)).where(eq(notices.id, id));
  if (!row) return undefined;
  const { notice, regionCode } = row;
  const isDraft = notice.state === 'draft';
  const listed = await ctx.db.select({ name: regions.name, state: noticeEntries.state }).from(noticeEntries)
    .innerJoin(regions, eq(regions.code, noticeEntries.regionCode)).where(eq(noticeEntries.noticeId, id)).orderBy(noticeEntries.position).limit(2000);
  const standing = listed.filter((line) => line.state === 'standing').map((line) => line.name);
  return {
    kind: 'notice', subjectId: id, audience: isDraft ? ['notice.edit'] : [], regionCode, day: notice.startsOn, link: isDraft ? `/desk/notices/${id}` : `/notices/${id}`,
    title: notice.title, body: [notice.body, standing.join('、')].filter(Boolean).join(' '), names: standing.slice(0, 200),
  };
}

/** 证书 that no other took the place of; whether it holds today is said by its page. */
export async function certificateEntry(ctx: Ctx, id: string): Promise<Entry | undefined> {
  const [row] = await ctx.db.select().from(certificates).where(eq(certificates.id, id));
  if (!row || row.state === 'replaced') return undefined;
  const { unit, place, applicant, level, grade, call } = row.content;
  const named = (language: 'zh' | 'en') => [unit, level[language], grade?.[language], row.number].filter(Boolean).join(' ');
  return {
    kind: 'certificate', subjectId: id, audience: [], regionCode: row.regionCode, day: row.issuedOn, link: `/certificates/${row.number}`,
    title: named('zh'), titleEn: named('en'), body: [...place, applicant, call.zh, `${row.issuedOn} – ${row.validUntil}`].join(' '),
    bodyEn: [...place, applicant, call.en, `${row.issuedOn} – ${row.validUntil}`].join(' '), names: [unit],
  };
}

/** 案例 of the library, with what everybody reads of it. */
export async function caseEntry(ctx: Ctx, id: string): Promise<Entry | undefined> {
  const [row] = await casesByIds(ctx, [id]);
  if (!row) return undefined;
  const { title, titleEn, summary, summaryEn, problem, action, lessons } = row.content;
  return {
    kind: 'case', subjectId: id, audience: [], regionCode: row.regionCode, day: dayOf(row.publishedAt), link: `/cases/${id}`,
    title: `${title} ${row.community}`, titleEn: `${titleEn || title} ${row.community}`, body: [row.place, summary, problem, action, lessons].join(' '), bodyEn: summaryEn || summary, names: [row.community],
  };
}

/** 细则 of the edition in force, each with the norm and the section it belongs to. */
export async function ruleEntries(ctx: Ctx): Promise<Entry[]> {
  const edition = await currentEdition(ctx);
  return edition.sections.flatMap((section) =>
    section.norms.flatMap((norm) =>
      norm.rules.map((rule): Entry => ({
        kind: 'rule', subjectId: rule.id, audience: [], regionCode: '*', day: dayOf(edition.publishedAt), link: `/standard/${rule.id}`,
        title: `${rule.id} ${norm.zh}`, titleEn: `${rule.id} ${norm.en}`, body: `${rule.zh} ${section.zh}`, bodyEn: `${rule.en} ${section.en}`,
      })),
    ),
  );
}
