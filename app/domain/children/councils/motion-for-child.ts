import { and, eq, sql } from 'drizzle-orm';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { isApproved, proposalOf } from '#app/domain/children/moderation/is-approved.ts';
import type { Better, Understanding } from '#app/domain/children/suggestions/model.ts';
import { storyOfMatter } from '#app/domain/children/suggestions/story-of-matter.ts';
import { suggestionRatings, suggestions } from '#app/domain/children/suggestions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mySeats } from './member-here.ts';
import { councilMotions, councils } from './tables.server.ts';

type Rated = { stepId: string; understanding: Understanding | null; better: Better | null };

/** What children have said of the steps; nothing when the words that could be rated are gone. */
const rated = sql<Rated[] | null>`(select coalesce((select jsonb_agg(jsonb_build_object('stepId', r.step_id, 'understanding', r.understanding, 'better', r.better)) from ${suggestionRatings} r
    where r.county_code = s.county_code and r.suggestion_id = s.id), '[]')
  from ${suggestions} s where s.county_code = ${councilMotions.countyCode} and s.id = ${councilMotions.saidId} and s.locked_at is null)`;

/** 一条议案 as a child follows it to the end: vote, letter, answer, and then what became of its matter. Not yet read by a person it is its mover's alone, with the wording they are asked about. */
export async function motionForChild(ctx: Ctx, id: string) {
  const child = needChild(ctx);
  const [row] = isId(id)
    ? await ctx.db.select({ motion: councilMotions, council: { id: councils.id, name: councils.name }, isRead: isApproved('motion', councilMotions.id), proposal: proposalOf('motion', councilMotions.id), rated }).from(councilMotions)
      .innerJoin(councils, and(eq(councils.countyCode, councilMotions.countyCode), eq(councils.id, councilMotions.councilId))).where(eq(councilMotions.id, id))
    : [];
  if (!row || !child.regionCode.startsWith(row.motion.regionCode) || row.motion.state === 'withdrawn') throw new Refusal('council-motion-not-found', 404);
  const { motion, council } = row;
  const isOwn = child.childId !== null && motion.childId === child.childId;
  if (!row.isRead && !isOwn) throw new Refusal('council-motion-not-found', 404);
  const isMember = (await mySeats(ctx)).some((seat) => seat.councilId === council.id);
  const { title, text, state, putAt, votedAt, inFavour, against, abstaining, body, sentOn, answerDueOn, answeredAt, answerVerdict, childAnswer, answeredBy } = motion;
  return {
    id, council, hasAccount: child.childId !== null, isOwn, isRead: row.isRead, proposal: isOwn ? row.proposal : null,
    motion: {
      title, text, state, body, sentOn, answerDueOn, answerVerdict, childAnswer, answeredBy, inFavour, against, abstaining,
      putOn: beijingDay(putAt), votedOn: votedAt ? beijingDay(votedAt) : null, answeredOn: answeredAt ? beijingDay(answeredAt) : null,
      isLate: state === 'sent' && answerDueOn !== null && answerDueOn < beijingDay(ctx.now),
    },
    matter: motion.matterId ? await storyOfMatter(ctx, motion.countyCode, motion.matterId) : null,
    rated: row.rated ?? [], mayRate: row.rated !== null && (motion.childId === null ? isMember : isOwn),
  };
}
export type ChildMotion = Awaited<ReturnType<typeof motionForChild>>;

/** 做好的样子: a photograph of what was done, for whoever may see the motion. */
export async function photoOfMotion(ctx: Ctx, id: string, fileId: string): Promise<StoredFile> {
  const { matter } = await motionForChild(ctx, id);
  if (!matter?.steps.some(({ photos }) => photos.includes(fileId))) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
