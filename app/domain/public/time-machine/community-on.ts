import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { allSheets, type Sheet } from '#app/domain/base/rule-results/read.ts';
import { currentEdition, editionOn } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { StandingThen } from './model.ts';
import { momentOf } from './moment.ts';
import { placeThen } from './place-then.ts';

/** 某日的社区: its name and place, the edition in force, its results, certificates and how much evidence stood, all as on that day. */
export async function communityOn(ctx: Ctx, code: string, asked: string | undefined) {
  if (!(await findRegion(ctx, code))) throw new Refusal('community-not-found', 404);
  allow(ctx, 'past.open', { regionCode: code });
  const { day, at } = momentOf(asked, ctx.now);
  const now = await currentEdition(ctx);
  const then = at === ctx.now ? now : await editionOn(ctx, at);
  const sheets = await allSheets(ctx, code);
  return {
    day, place: await placeThen(ctx, code, at),
    edition: then ? { id: then.id, zh: then.zh, en: then.en, hash: then.hash, isCurrent: then.id === now.id } : null,
    results: standing(sheets, at).map(({ levels, ...sheet }) => ({ ...sheet, rules: Object.keys(levels).length })),
    sheets: sheets.map(({ id, stream, year, revision, score, concludedAt }) => ({ id, stream, year, revision, score, concludedAt })),
    certificates: await certificatesThen(ctx, code, day, at),
    evidence: await evidenceThen(ctx, code, day, at),
    decisions: await decisionsThen(ctx, code, at),
  };
}

/** The newest sheet of each stream at a moment: the latest year, and of that the last revision by then. */
function standing(sheets: readonly Sheet[], at: Date): Sheet[] {
  const known = sheets.filter(({ concludedAt }) => concludedAt <= at).toSorted((a, b) => b.year - a.year || b.revision - a.revision);
  return streams.flatMap((stream) => known.find((sheet) => sheet.stream === stream) ?? []);
}

type CertificateThen = { number: string; level: string; issuedOn: string; validUntil: string; standing: StandingThen };

/** A certificate's state is what the last line of the records by then made of it. */
async function certificatesThen(ctx: Ctx, code: string, day: string, at: Date): Promise<CertificateThen[]> {
  const { rows } = await ctx.db.execute<CertificateThen>(sql`
    select c.number, c.level, c.issued_on::text as "issuedOn", c.valid_until::text as "validUntil",
      case when c.state_since <= ${at.toISOString()} and c.state <> 'valid' then c.state
           when (select r.event from records r where r.subject_id = c.id::text and r.at <= ${at.toISOString()}
                   and r.event in ('certificate.suspended', 'certificate.reinstated', 'certificate.issued') order by r.at desc, r.id desc limit 1) = 'certificate.suspended' then 'suspended'
           when c.valid_until < ${day} then 'expired' else 'valid' end as standing
    from certificates c where c.region_code = ${code} and c.issued_on <= ${day} order by c.issued_on desc limit 50`);
  return rows;
}

async function evidenceThen(ctx: Ctx, code: string, day: string, at: Date): Promise<{ standing: number; over: number }> {
  const { rows } = await ctx.db.execute<{ standing: number; over: number }>(sql`
    select count(*) filter (where valid_to is null or valid_to >= ${day})::int as standing, count(*) filter (where valid_to < ${day})::int as over
    from evidence where county_code = rpad(left(${code}, 6), 6, '0')::int and region_code = ${code}
      and added_at <= ${at.toISOString()} and valid_from <= ${day} and (withdrawn_at is null or withdrawn_at > ${at.toISOString()})`);
  return rows[0]!;
}

async function decisionsThen(ctx: Ctx, code: string, at: Date) {
  const { rows } = await ctx.db.execute<{ id: string; number: string; outcome: string; frozenAt: string }>(sql`
    select distinct on (a.id) a.id::text, a.number, e.content ->> 'outcome' as outcome, e.frozen_at::text as "frozenAt"
    from applications a join decision_explanations e on e.application_id = a.id
    where a.region_code = ${code} and e.frozen_at <= ${at.toISOString()} order by a.id, e.sequence desc limit 20`);
  return rows;
}
