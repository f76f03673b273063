import { and, desc, eq, or, sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import { letterWords } from '#app/i18n/letters.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { longDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { LetterPage } from './model.ts';
import { wordLetter } from './word-letter.ts';
import { letters } from './tables.server.ts';

/** The applicant's people and the office that writes letters see them; nobody else. */
function visible(ctx: Ctx) {
  if (ctx.actor.id === '') return sql`false`;
  return or(within(ctx, 'application.read', letters.regionCode), within(ctx, 'letter.make', letters.regionCode))!;
}

/** 一份申报的文书, newest first. */
export function listLetters(ctx: Ctx, applicationId: string) {
  return ctx.db
    .select({ id: letters.id, number: letters.number, kind: letters.kind, round: letters.round, madeAt: letters.madeAt, madeByName: letters.madeByName, templateVersion: letters.templateVersion })
    .from(letters)
    .where(and(eq(letters.applicationId, applicationId), visible(ctx)))
    .orderBy(desc(letters.id))
    .limit(50);
}

/** 文书 as a document: the Chinese text, which counts; in the English interface its translation follows on a page of its own. */
export async function letterDocument(ctx: Ctx, applicationId: string, letterId: string, format: Format): Promise<Document> {
  const [row] = isId(letterId) && isId(applicationId)
    ? await ctx.db.select().from(letters).where(and(eq(letters.id, letterId), eq(letters.applicationId, applicationId), visible(ctx)))
    : [];
  if (!row || format === 'xlsx') throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'letter-not-found', ctx.actor.id === '' ? 401 : 404);
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const languages = ctx.locale === 'en' ? (['zh', 'en'] as const) : (['zh'] as const);
  const pages = languages.map((lang): LetterPage => {
    const words = letterWords[lang === 'en' ? 'en' : 'zh-CN'];
    const { body, ...text } = row.content[lang];
    const day = longDay(row.content.day, lang === 'en' ? 'en' : 'zh-CN').replace(/（.*）|^\w+, /, '').replaceAll(' ', lang === 'en' ? ' ' : '');
    return { lang, head: words.head, number: row.number, ...text, body: body.split('\n'), signer: row.content.signer[lang], day, seal: words.seal, note: words.note };
  });
  const name = `${row.number} ${row.content.zh.title}`;
  const plan = { title: row.content.zh.title, madeOn: row.content.day, pageOf: letterWords['zh-CN'].pageOf, pages };
  return { name, format, content: format === 'pdf' ? await compilePdf('pilot/letters/letter.typ', plan) : wordLetter(plan) };
}
