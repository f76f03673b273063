import { type SQL, sql } from 'drizzle-orm';
import type { FactId } from './model.ts';

/** 问什么时段: moments of the first day of the year and of the day after the last, and that last day itself. */
export type Span = { from: string; until: string; day: string };

/**
 * 事实一条: `of` answers, for each place that has anything to say, a numerator and perhaps a denominator; a place that has
 * nothing is missing, never nought. `children` are counts of children, which small cells hide.
 */
export type Fact = { room: string; events: readonly string[]; children?: true; of: (span: Span) => SQL };

const onDay = (column: string) => sql`(${sql.raw(column)} at time zone 'Asia/Shanghai')::date`;
const inYear = (column: string, { from, until }: Span) => sql`${sql.raw(column)} >= ${from}::timestamptz and ${sql.raw(column)} < ${until}::timestamptz`;
const count = (table: string, where: SQL) => sql`select region_code, count(*) as numerator, null::bigint as denominator from ${sql.raw(table)} where ${where} group by 1`;
const share = (table: string, part: SQL, whole: SQL) => sql`select region_code, count(*) filter (where ${part}) as numerator, count(*) as denominator from ${sql.raw(table)} where ${whole} group by 1`;

const heard = sql`state not in ('merged', 'taken-back', 'protected')`;
const matter = { room: 'children/suggestions', events: ['suggestion.answered', 'suggestion.done', 'suggestion.reopened', 'suggestion.merged', 'suggestion.taken-back'] };
const council = { room: 'children/councils', events: ['council.founded', 'council.session-held', 'council.motion-answered', 'council.supporter-added', 'council.supporter-ended'] };
const space = { room: 'service/spaces', events: ['space.registered', 'space.closed', 'space.reopened', 'space.inspected'] };
const hazard = { room: 'service/hazards', events: ['hazard.reported', 'hazard.verified', 'hazard.declined', 'hazard.linked', 'hazard.reopened'] };
const walk = { room: 'service/walks', events: ['walk.closed'] };

/** 事实表: all that indicators can take out of the work, in one place. Each is counted from the first day of the year on, or as it stands. */
export const facts: Readonly<Record<FactId, Fact>> = {
  'suggestions-adopted': { ...matter, of: (span) => share('suggestion_matters', sql`outcome in ('adopted', 'partly')`, sql`${heard} and ${inYear('answered_at', span)}`) },
  'suggestions-fulfilled': { ...matter, of: (span) => share('suggestion_matters', sql`done_at is not null`, sql`${heard} and outcome in ('adopted', 'partly') and ${inYear('answered_at', span)}`) },
  'suggestions-in-time': { ...matter, of: (span) => share('suggestion_matters', sql`answered_at is not null and ${onDay('answered_at')} <= answer_due_on`, sql`${heard} and ${inYear('received_at', span)} and (answered_at is not null or answer_due_on < ${span.day}::date)`) },
  'councils-founded': { ...council, of: ({ day }) => count('councils', sql`not is_closed and founded_on <= ${day}::date`) },
  'council-sessions': { ...council, of: (span) => count('council_sessions', sql`state = 'held' and ${inYear('held_at', span)}`) },
  'motions-answered': { ...council, of: (span) => share('council_motions', sql`answered_at is not null and ${onDay('answered_at')} <= answer_due_on`, sql`answer_due_on is not null and ${inYear('put_at', span)} and (answered_at is not null or answer_due_on < ${span.day}::date)`) },
  'supporters-checked': { ...council, of: ({ day }) => share('council_supporters', sql`check_valid_until >= ${day}::date`, sql`(ended_on is null or ended_on > ${day}::date) and checked_on <= ${day}::date`) },
  observers: {
    room: 'children/observers', events: ['round.walked'], children: true,
    of: (span) => sql`
      select r.region_code, count(distinct coalesce(s.child_id::text, s.id::text)) as numerator, null::bigint as denominator from round_sign_ups s join observer_rounds r on r.county_code = s.county_code and r.id = s.round_id
      where r.state = 'walked' and s.was_there and ${inYear('r.walked_at', span)} group by 1`,
  },
  'solicitations-held': { room: 'children/solicitations', events: ['solicitation.published', 'solicitation.called-off'], of: ({ day }) => count('solicitations', sql`state in ('published', 'decided') and opens_on between date_trunc('year', ${day}::date) and ${day}::date`) },
  'works-handed-in': { room: 'children/solicitations', events: ['solicitation.decided'], children: true, of: (span) => count('solicitation_works', inYear('handed_in_at', span)) },
  'spaces-open': { ...space, of: () => count('spaces', sql`state = 'open'`) },
  'spaces-inspected': { ...space, of: ({ day }) => share('spaces', sql`inspect_next_on >= ${day}::date`, sql`state = 'open'`) },
  'routes-published': { room: 'service/spaces', events: [], of: () => count('safe_routes', sql`state = 'published'`) },
  'hazards-reported': { ...hazard, of: (span) => count('hazards', sql`state <> 'duplicate' and ${inYear('reported_at', span)}`) },
  'hazards-fixed': { ...hazard, of: (span) => share('hazards', sql`state = 'verified'`, sql`state not in ('declined', 'duplicate') and ${inYear('reported_at', span)}`) },
  'walks-held': { ...walk, of: (span) => count('walks', sql`state = 'closed' and ${inYear('ended_at', span)}`) },
  'walks-children': {
    ...walk, children: true,
    of: (span) => sql`select region_code, sum((select sum(many::int) from jsonb_each_text(children) as layer (name, many))) as numerator, null::bigint as denominator from walks where state = 'closed' and ${inYear('ended_at', span)} group by 1`,
  },
  'certificates-issued': { room: 'pilot/certification', events: ['certificate.issued', 'certificate.measure-decided'], of: ({ day }) => count('certificates', sql`state <> 'withdrawn' and state <> 'replaced' and issued_on between date_trunc('year', ${day}::date) and ${day}::date`) },
  'self-assessments': { room: 'pilot/self-assessment', events: ['self-assessment.submitted'], of: (span) => count('self_assessments', inYear('submitted_at', span)) },
  evaluations: { room: 'pilot/evaluation', events: ['evaluation.concluded'], of: (span) => count('evaluations', sql`state = 'concluded' and ${inYear('concluded_at', span)}`) },
};
