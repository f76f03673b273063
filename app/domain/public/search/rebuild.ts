import { asc, eq, gt, inArray, isNotNull, not, and } from 'drizzle-orm';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { cases } from '#app/domain/pilot/case-library/tables.server.ts';
import { certificates } from '#app/domain/pilot/certification/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { applicationEntry, callEntry, caseEntry, certificateEntry, communityEntry, noticeEntry, ruleEntries } from './entries.ts';
import type { EntryKind } from './model.ts';
import { dropEntry, type Entry, putEntry } from './put.ts';
import { searchEntries } from './tables.server.ts';

/** 问答: an answer of the page 申报问答, in both languages; its words live above this floor. */
export type PageAnswer = { id: string; zh: { question: string; answer: string }; en: { question: string; answer: string } };

type Kept = Exclude<EntryKind, 'rule' | 'answer'>;
const entryOf: Record<Kept, (ctx: Ctx, id: string) => Promise<Entry | undefined>> = { application: applicationEntry, community: communityEntry, call: callEntry, notice: noticeEntry, certificate: certificateEntry, case: caseEntry };

/** 更新一条: what is known of one thing now; what is gone is dropped. */
export async function indexOne(ctx: Ctx, kind: Kept, id: string): Promise<void> {
  const entry = await entryOf[kind](ctx, id);
  if (entry) await putEntry(ctx, entry);
  else await dropEntry(ctx, kind, id);
}

/** A community is known by its region, a pilot's record by the pilot. */
export async function indexPilot(ctx: Ctx, pilotId: string): Promise<void> {
  const [pilot] = await ctx.db.select({ code: pilots.regionCode }).from(pilots).where(eq(pilots.id, pilotId));
  if (pilot) await indexOne(ctx, 'community', pilot.code);
}

/** 更新细则: those of the edition in force, and no others. */
export async function indexRules(ctx: Ctx): Promise<number> {
  const entries = await ruleEntries(ctx).catch((error: unknown) => {
    if (error instanceof Refusal) return []; // no edition has been published yet
    throw error;
  });
  for (const entry of entries) await putEntry(ctx, entry);
  await keepOnly(ctx, 'rule', entries.map((entry) => entry.subjectId));
  return entries.length;
}

export async function indexAnswers(ctx: Ctx, answers: readonly PageAnswer[]): Promise<number> {
  for (const { id, zh, en } of answers) {
    await putEntry(ctx, {
      kind: 'answer', subjectId: id, audience: [], regionCode: '*', day: null, link: `/how-to-apply#${id}`,
      title: zh.question, titleEn: en.question, body: zh.answer, bodyEn: en.answer,
    });
  }
  await keepOnly(ctx, 'answer', answers.map((answer) => answer.id));
  return answers.length;
}

async function keepOnly(ctx: Ctx, kind: EntryKind, ids: readonly string[]): Promise<void> {
  await ctx.db.delete(searchEntries).where(and(eq(searchEntries.kind, kind), ids.length > 0 ? not(inArray(searchEntries.subjectId, [...ids])) : isNotNull(searchEntries.id)));
}

/** 重建索引: everything anew, a thing at a time; what no longer exists is dropped. The old index answers meanwhile. */
export async function rebuildSearch(ctx: Ctx, answers: readonly PageAnswer[]): Promise<string> {
  const counts: string[] = [`rule ${await indexRules(ctx)}`, `answer ${await indexAnswers(ctx, answers)}`];
  for (const kind of ['application', 'community', 'call', 'notice', 'certificate', 'case'] as const) {
    const seen = new Set<string>();
    for await (const id of idsOf(ctx, kind)) {
      await indexOne(ctx, kind, id);
      seen.add(id);
    }
    const known = await ctx.db.select({ id: searchEntries.subjectId }).from(searchEntries).where(eq(searchEntries.kind, kind));
    for (const { id } of known) if (!seen.has(id)) await dropEntry(ctx, kind, id);
    counts.push(`${kind} ${seen.size}`);
  }
  return counts.join(' ');
}

const atATime = 500;

async function* idsOf(ctx: Ctx, kind: Kept): AsyncGenerator<string> {
  if (kind === 'community') {
    const codes = await ctx.db.selectDistinct({ id: pilots.regionCode }).from(pilots);
    for (const { id } of codes) yield id;
    return;
  }
  const table = { application: applications, call: calls, notice: notices, certificate: certificates, case: cases }[kind];
  for (let after: string | undefined; ; ) {
    const rows: { id: string }[] = await ctx.db.select({ id: table.id }).from(table).where(after ? gt(table.id, after) : undefined).orderBy(asc(table.id)).limit(atATime);
    for (const { id } of rows) yield id;
    after = rows.at(-1)?.id;
    if (!after || rows.length < atATime) return;
  }
}
