import { sql, type SQLWrapper } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';

type Breath = { questions: SQLWrapper[]; answers: Promise<unknown[][]> };
const breaths = new WeakMap<Ctx, Breath>();

/**
 * 一起问: questions for one column each, put in one breath for one request, go to the database as one statement. A page that asks many rooms
 * what waits then takes one connection once, not one for every room.
 */
export async function together<T>(ctx: Ctx, question: SQLWrapper): Promise<T[]> {
  const breath = breaths.get(ctx) ?? begin(ctx);
  const place = breath.questions.push(question) - 1;
  return (await breath.answers)[place] as T[];
}

function begin(ctx: Ctx): Breath {
  const questions: SQLWrapper[] = [];
  const breath = { questions, answers: Promise.resolve().then(() => ask(ctx, questions)) };
  breaths.set(ctx, breath);
  return breath;
}

async function ask(ctx: Ctx, questions: readonly SQLWrapper[]): Promise<unknown[][]> {
  breaths.delete(ctx); // whoever asks from now on is in the next breath
  const lists = questions.map((question) => sql`to_jsonb(array(${question}))`);
  const { rows } = await ctx.db.execute<{ answers: unknown[][] }>(sql`select jsonb_build_array(${sql.join(lists, sql`, `)}) as answers`);
  return rows[0]!.answers;
}
