import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { papers, questionKinds, questionsOf, type QuestionSet } from './model.ts';
import { questionSets } from './tables.server.ts';

/** 载入题集: publishes a set once; the same again changes nothing, a different one under the same id is a mistake. */
export async function loadQuestionSet(ctx: Ctx, set: QuestionSet): Promise<'loaded' | 'known'> {
  const faults = faultsOf(set);
  if (faults.length > 0) throw new Error(`The question set ${set.id} is not sound: ${faults.join('; ')}`);
  const [known] = await ctx.db.select().from(questionSets).where(eq(questionSets.id, set.id));
  if (known) {
    if (canonicalJson(known.content) === canonicalJson(set)) return 'known';
    throw new Error(`The question set ${set.id} is published and differs; give the new one a new id.`);
  }
  await change(ctx, async (tx) => {
    await tx.db.insert(questionSets).values({ id: set.id, content: set, publishedAt: tx.now });
    await tx.record('question-set.published', { id: set.id, regionCode: '*' }, { questions: questionsOf(set).length });
  });
  return 'loaded';
}

/** What would make a set unusable: two questions of one id, a choice without options, a paper without its kind. */
export function faultsOf(set: QuestionSet): string[] {
  const questions = questionsOf(set);
  const ids = questions.map((question) => question.id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} twice`),
    ...questions.filter((one) => !questionKinds.includes(one.kind)).map((one) => `${one.id} of unknown kind`),
    ...questions.filter((one) => one.kind.startsWith('choice') && !one.options?.length).map((one) => `${one.id} without options`),
    ...questions.filter((one) => one.kind === 'table' && !one.columns?.length).map((one) => `${one.id} without columns`),
    ...questions.filter((one) => one.kind === 'paper' && !papers.includes(one.paper!)).map((one) => `${one.id} without its paper`),
  ];
}
