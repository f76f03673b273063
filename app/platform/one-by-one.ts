import { Refusal } from './refusal.ts';

/** 一件的结果: done, or the code of the refusal. */
export type Outcome = { id: string; refusal: string | null };

/** 逐件办理: each through a change of its own, in order; one that is refused does not hold up the others. A bug stops them all. */
export async function oneByOne(ids: readonly string[], run: (id: string) => Promise<unknown>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    try {
      await run(id);
      outcomes.push({ id, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ id, refusal: error.code });
    }
  }
  return outcomes;
}
