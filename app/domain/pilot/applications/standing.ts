import { sql } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { FileState } from '#app/domain/base/files/model.ts';
import type { Answer, Paper } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Version } from './answers.ts';
import { givenOf } from './form.ts';
import { progress } from './missing.ts';
import type { Status } from './model.ts';
import { othersMinutes } from './read.ts';
import { applications } from './tables.server.ts';

type Found = {
  status: Status; questionSetId: string; others: string[];
  answers: { questionId: string; value: Answer; rivals: Version[] }[];
  papers: { paper: Paper; state: FileState }[];
};

/** 保存之后: what a form still lacks and who else is filling it in, in one question: an autosave asks it every half minute. */
export async function standingOf(ctx: Ctx, id: string) {
  const since = new Date(ctx.now.getTime() - othersMinutes * 60_000).toISOString();
  const { rows } = await ctx.db.execute<Found>(sql`
    select a.status, c.question_set_id as "questionSetId",
      (select coalesce(json_agg(json_build_object('questionId', question_id, 'value', value, 'rivals', rivals)), '[]') from application_answers where application_id = a.id) as answers,
      (select coalesce(json_agg(json_build_object('paper', p.paper, 'state', f.state)), '[]') from application_papers p join files f on f.id = p.file_id where p.application_id = a.id) as papers,
      (select coalesce(json_agg(distinct saved_by_name), '[]') from application_answers
        where application_id = a.id and saved_at > ${since}::timestamptz and source = '' and saved_by <> ${ctx.actor.id}) as others
    from (select * from ${applications} where id = ${id}::uuid and ${within(ctx, 'application.read', applications.regionCode)}) a join calls c on c.id = a.call_id`);
  const [found] = rows;
  if (!found) throw new Refusal('application-not-found', 404);
  const set = await getQuestionSet(ctx, found.questionSetId);
  return { set, isReturned: found.status === 'returned', others: found.others.slice(0, 5), progress: progress(set, givenOf(found.answers, found.papers)) };
}
