import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { decisionHash, reviewHash } from './anchor.ts';

type Mark = { itemId: string; level: string | null; score: number | null; note: string; page: string };
type Review = { id: string; applicationId: string; round: number; overall: string; marks: Mark[] | null; anchored: string[] | null };
type Decided = { applicationId: string; outcome: string; reason: string; meanScore: string | null; reviews: number; decidedBy: string; decidedAt: Date; anchored: string[] | null };
export type ReviewFaults = { checked: number; faults: { what: 'marks-changed' | 'decision-changed'; where: string }[] };

const page = 500;
const first = '00000000-0000-0000-0000-000000000000';

/** 核验评审: the marks of every review handed in and every decision still have the fingerprint that the records hold; one of before there were fingerprints has none. */
export async function verifyReviews(db: Db): Promise<ReviewFaults> {
  const [reviews, decided] = [await verifyMarks(db), await verifyDecisions(db)];
  return { checked: reviews.checked + decided.checked, faults: [...reviews.faults, ...decided.faults] };
}

async function verifyMarks(db: Db): Promise<ReviewFaults> {
  const found: ReviewFaults = { checked: 0, faults: [] };
  for (let after = first; ; ) {
    const { rows } = await db.execute<Review>(sql`
      select a.id::text as id, a.application_id::text as "applicationId", a.round::int as round, a.overall,
        (select jsonb_agg(jsonb_build_object('itemId', m.item_id, 'level', m.level, 'score', m.score, 'note', m.note, 'page', m.page)) from marks m where m.assignment_id = a.id) as marks,
        (select array_agg(r.facts ->> 'hash') from records r where r.subject_id = a.id::text and r.event = 'review.submitted' and r.facts ? 'hash') as anchored
      from assignments a where a.state = 'submitted' and a.id > ${after}::uuid order by a.id limit ${page}`);
    for (const { anchored, marks, ...review } of rows) {
      if (anchored) found.checked += 1;
      if (anchored && !anchored.includes(reviewHash({ ...review, marks: marks ?? [] }))) found.faults.push({ what: 'marks-changed', where: review.id });
    }
    if (rows.length < page) return found;
    after = rows.at(-1)!.id;
  }
}

async function verifyDecisions(db: Db): Promise<ReviewFaults> {
  const found: ReviewFaults = { checked: 0, faults: [] };
  for (let after = first; ; ) {
    const { rows } = await db.execute<Decided>(sql`
      select d.application_id::text as "applicationId", d.outcome, d.reason, d.mean_score as "meanScore", d.reviews::int as reviews, d.decided_by as "decidedBy", to_json(d.decided_at)#>>'{}' as "decidedAt",
        (select array_agg(r.facts ->> 'hash') from records r where r.subject_id = d.application_id::text and r.event in ('application.accepted', 'application.declined') and r.facts ? 'hash') as anchored
      from decisions d where d.application_id > ${after}::uuid order by d.application_id limit ${page}`);
    for (const { anchored, meanScore, decidedAt, ...decided } of rows) {
      if (anchored) found.checked += 1;
      const hash = decisionHash({ ...decided, meanScore: meanScore === null ? null : Number(meanScore), decidedAt: new Date(decidedAt) });
      if (anchored && !anchored.includes(hash)) found.faults.push({ what: 'decision-changed', where: decided.applicationId });
    }
    if (rows.length < page) return found;
    after = rows.at(-1)!.applicationId;
  }
}
