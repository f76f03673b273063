import type { Facts } from './facts.ts';
import type { PlanSettings } from './model.ts';
import type { Task } from './solve/task.ts';

type Pair = { applicationId: string; expertId: string };

/** 从事实到求解任务: people and applications become numbers. Kept pairs are those of the plan that stay; whoever left the list loses theirs. */
export function taskOf(facts: Facts, settings: PlanSettings, seed: number, kept: readonly Pair[]) {
  const { applications, experts, standing, ties } = facts;
  const numberOf = { application: new Map(applications.map(({ id }, i) => [id, i])), expert: new Map(experts.map(({ id }, i) => [id, i])) };
  const m = experts.length;
  const pairOf = ({ applicationId, expertId }: Pair): number => {
    const [a, e] = [numberOf.application.get(applicationId), numberOf.expert.get(expertId)];
    return a === undefined || e === undefined ? -1 : a * m + e;
  };
  const known = (pairs: readonly Pair[]) => pairs.map(pairOf).filter((pair) => pair >= 0);

  const apart = new Set(known([...ties, ...standing.over]));
  const assigned = new Set(known(standing.held));
  const stays = new Set(known(kept).filter((pair) => !apart.has(pair) && !assigned.has(pair)));
  const seats = applications.map(() => settings.reviewsPerApplication);
  for (const { applicationId } of standing.held) {
    const a = numberOf.application.get(applicationId);
    if (a !== undefined) seats[a]! -= 1;
  }
  for (const pair of stays) seats[Math.floor(pair / m)]! -= 1;
  const [here, fresh] = [new Int32Array(m), new Int32Array(m)];
  for (const pair of assigned) here[pair % m]! += 1;
  for (const pair of stays) fresh[pair % m]! += 1;

  const task: Task = {
    seats: seats.map((lacking) => Math.max(0, lacking)),
    needs: applications.map(({ needs }) => needs),
    places: applications.map(({ place }) => place),
    experts: experts.map(({ fields, place, room }, e) => {
      const most = Math.max(0, Math.min(room, settings.mostLoad - here[e]!) - fresh[e]!);
      return { fields, place, most, least: Math.min(most, Math.max(0, settings.leastLoad - here[e]! - fresh[e]!)) };
    }),
    apart: Int32Array.from(apart),
    held: Int32Array.from(assigned), kept: Int32Array.from(stays),
    spread: settings.spread, near: settings.near, chance: settings.chance, isLinked: settings.isLinked, seed,
  };
  return { task, stays: [...stays], loads: (e: number) => here[e]! + fresh[e]! };
}
