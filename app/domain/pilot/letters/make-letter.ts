import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getHanded } from '#app/domain/pilot/applications/submitted.ts';
import { letterWords } from '#app/i18n/letters.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { factsOf } from './facts.ts';
import { fillLetter, type LetterContent, type LetterKind, writtenWhen } from './model.ts';
import { templateOf } from './templates.ts';
import { letterNumbers, letters } from './tables.server.ts';

/** 制发文书: the newest template with the facts of one application, frozen under a 文号; one of a kind each round. */
export function makeLetter(ctx: Ctx, applicationId: string, kind: LetterKind): Promise<{ id: string; number: string }> {
  return change(ctx, async (tx) => {
    const handed = await getHanded(tx, applicationId);
    allow(tx, 'letter.make', handed);
    if (!writtenWhen[kind].includes(handed.status)) throw new Refusal('letter-not-now');
    const template = await templateOf(tx, kind);
    const facts = await factsOf(tx, handed, kind);
    const content: LetterContent = {
      zh: fillLetter(template.zh, facts.zh), en: fillLetter(template.en, facts.en), day: beijingDay(tx.now),
      signer: { zh: letterWords['zh-CN'].signer, en: letterWords.en.signer },
    };
    const number = await nextNumber(tx);
    const [row] = await tx.db
      .insert(letters)
      .values({
        number, kind, templateVersion: template.version, applicationId: handed.id, round: handed.round, regionCode: handed.regionCode, content,
        madeBy: tx.actor.id, madeByName: tx.actor.name, madeAt: tx.now,
      })
      .onConflictDoNothing({ target: [letters.applicationId, letters.kind, letters.round] })
      .returning({ id: letters.id });
    if (!row) throw new Refusal('letter-exists');
    await tx.record('letter.made', handed, { letterId: row.id, number, kind, templateVersion: template.version });
    return { id: row.id, number };
  });
}

/** 文号: 童友函〔2026〕1号 and on; a letter undone gives its number back. */
async function nextNumber(tx: Change): Promise<string> {
  const year = Number(beijingDay(tx.now).slice(0, 4));
  const [row] = await tx.db
    .insert(letterNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: letterNumbers.year, set: { last: sql`${letterNumbers.last} + 1` } })
    .returning({ last: letterNumbers.last });
  return `童友函〔${year}〕${row!.last}号`;
}
