import { type ExpertField, expertFields } from '#app/domain/pilot/experts/model.ts';
import type { Facts } from './facts.ts';
import type { Lack, PairReasons } from './model.ts';
import type { Solved, Task } from './solve/task.ts';

/** 每一对的理由: what speaks for this expert, in codes. The load is what the expert has with the whole plan. */
export function reasonsFor(facts: Facts, pair: number, loads: { load: number; most: number }, moved: { lifted?: ReadonlySet<number>; linked?: ReadonlySet<number> } = {}, others: readonly number[] = []): PairReasons {
  const m = facts.experts.length;
  const [application, expert] = [facts.applications[Math.floor(pair / m)]!, facts.experts[pair % m]!];
  const near = expert.place !== '' && expert.place === application.place;
  const why = moved.linked?.has(pair) ? 'linked' : moved.lifted?.has(pair) ? 'lifted' : undefined;
  return {
    fields: neededFields(application.needs, expert.fields), place: expert.place === '' ? 'nation' : near ? 'near' : 'elsewhere',
    repeats: expert.place !== '' && others.some((e) => e !== pair % m && facts.experts[e]!.place === expert.place),
    ...loads, ...(why ? { why } : {}),
  };
}

/** The fields of an expert that an application needs, the greatest need first. */
function neededFields(needs: readonly number[], fields: readonly number[]): ExpertField[] {
  return fields.filter((field) => needs[field]! > 0).toSorted((x, y) => needs[y]! - needs[x]!).map((field) => expertFields[field]!);
}

/** 缺人的说明: for each application that lacks experts, how many were free for it, how many had to stay away, and so what to do. */
export function lacksOf(facts: Facts, task: Task, missing: Solved['missing']): Lack[] {
  const m = facts.experts.length;
  const [apart, held] = [new Set(task.apart), new Set([...task.held, ...task.kept])];
  return missing.map(({ application, seats }) => {
    let [free, away] = [0, 0];
    for (let e = 0; e < m; e++) {
      const pair = application * m + e;
      if (apart.has(pair)) away += 1;
      else if (!held.has(pair)) free += 1;
    }
    const why = free === 0 && away > 0 ? 'all-in-conflict' : free < task.seats[application]! ? 'too-few-experts' : 'loads-full';
    return { applicationId: facts.applications[application]!.id, seats, why, free, apart: away };
  });
}
