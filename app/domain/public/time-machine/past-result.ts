import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { scoreOf, unmetMusts } from '#app/domain/base/rule-results/model.ts';
import { allSheets } from '#app/domain/base/rule-results/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { effectOf } from './effect.ts';
import type { Check, Difference } from './model.ts';
import { placeThen } from './place-then.ts';

/** 当时的佐证: what a result rested on, by the hash it had then; what became of it since is said beside it. */
export type Cited = { title: string; ruleId: string; hash: string; isSame: boolean; isWithdrawn: boolean };

/** 打开一次结果: the levels under the edition, the names and the evidence of the moment, and what is worked out again to check it. */
export async function pastResult(ctx: Ctx, code: string, sheetId: string) {
  if (!(await findRegion(ctx, code))) throw new Refusal('community-not-found', 404);
  allow(ctx, 'past.open', { regionCode: code });
  const sheets = await allSheets(ctx, code);
  const sheet = sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw new Refusal('result-not-found', 404);
  const [edition, now] = [await getEdition(ctx, sheet.editionId), await currentEdition(ctx)];
  const place = await placeThen(ctx, code, sheet.concludedAt);
  const evidence = await citedThen(ctx, code, sheet.sourceId, sheet.concludedAt);
  const after = sheets.find((other) => other.stream === sheet.stream && other.year === sheet.year && other.revision === sheet.revision + 1);
  const differs: Difference[] = [
    ...(edition.id === now.id ? [] : ['edition' as const]), ...place.differs, ...(after ? ['replaced' as const] : []),
    ...(evidence.some(({ isSame }) => !isSame) ? ['evidence-changed' as const] : []), ...(evidence.some(({ isWithdrawn }) => isWithdrawn) ? ['evidence-gone' as const] : []),
  ];
  const again = scoreOf(sheet.levels);
  const checked: Check[] = [{ what: 'score', isRight: sheet.score === null ? again === null : again !== null && Math.abs(again - sheet.score) < 0.001 }];
  return {
    sheet, place, evidence, differs, checked, replacedBy: after?.id ?? null,
    edition: { id: edition.id, zh: edition.zh, en: edition.en, hash: edition.hash, isCurrent: edition.id === now.id, sections: edition.sections },
    unmet: unmetMusts(rulesOf(edition), sheet.levels),
    underToday: edition.id === now.id ? null : { zh: now.zh, en: now.en, ...effectOf(sheet.levels, edition, now) },
  };
}

async function citedThen(ctx: Ctx, code: string, sourceId: string, at: Date): Promise<Cited[]> {
  const { rows } = await ctx.db.execute<Cited>(sql`
    select coalesce((select r.content ->> 'title' from evidence_revisions r where r.county_code = c.county_code and r.evidence_id = c.evidence_id and r.hash = c.hash limit 1), e.title) as title,
           c.rule_id as "ruleId", c.hash, c.hash = e.hash as "isSame", e.withdrawn_at is not null as "isWithdrawn"
    from evidence_citations c join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
    where c.county_code = rpad(left(${code}, 6), 6, '0')::int and c.subject_id = ${sourceId} and c.cited_at <= ${at.toISOString()} and e.confidentiality <> 'sealed'
    order by c.rule_id, e.id limit 500`);
  return rows;
}
