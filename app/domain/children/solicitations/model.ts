/** 征集种类: what is asked for. */
export const kinds = ['logo', 'drawing', 'lyrics', 'story', 'photo'] as const;
export type Kind = (typeof kinds)[number];

/** Whether a work of this kind is written words; the others are pictures. */
export function isWritten(kind: Kind): boolean {
  return kind === 'lyrics' || kind === 'story';
}

/** 征集状态: what staff have decided; where it stands in time is its phase. */
export const states = ['draft', 'published', 'decided', 'called-off'] as const;
export type State = (typeof states)[number];

/** 阶段: coming, taking works, children choose, the jury judges, prizes are given. */
export const phases = ['draft', 'coming', 'open', 'choosing', 'judging', 'decided', 'called-off'] as const;
export type Phase = (typeof phases)[number];

export type Days = { state: State; opensOn: string; closesOn: string; chooseUntil: string };

/** Where a solicitation stands on a Beijing day; its days are inclusive. */
export function phaseOn({ state, opensOn, closesOn, chooseUntil }: Days, day: string): Phase {
  if (state !== 'published') return state;
  if (day < opensOn) return 'coming';
  if (day <= closesOn) return 'open';
  return day <= chooseUntil ? 'choosing' : 'judging';
}

/** 作品来路: a child's account, a class code without identity, paper that staff entered. */
export const ways = ['account', 'code', 'paper'] as const;
export type Way = (typeof ways)[number];

/** 一个孩子最多: works handed in to one solicitation, and works chosen in it. */
export const mostWorks = 3;
export const mostChosen = 3;

/** 班级码的选票: without identity nobody can be told apart, so one code casts no more than a class. */
export const mostBallotsOfCode = 60;

/** 评委打分: one to five; fewer marks than this say nothing about a work. */
export const marks = [1, 2, 3, 4, 5] as const;
export const fewestMarks = 2;

/** 奖项: a name and how many. */
export type Prize = { name: string; places: number };

export type Judged = { id: string; number: number; marks: readonly number[] };
export type Standing = { id: string; number: number; mean: number | null; count: number };

/** 评委意见: works by the mean of their marks, best first; works with too few marks stand last and have no mean. */
export function standings(works: readonly Judged[]): Standing[] {
  return works
    .map(({ id, number, marks: given }) => ({ id, number, count: given.length, mean: given.length < fewestMarks ? null : given.reduce((sum, mark) => sum + mark, 0) / given.length }))
    .toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0) || a.number - b.number);
}

/** 孩子们的选择: the works most chosen, in the order of their numbers and without counts; a tie at the edge lets all in. */
export function childrensChoice(chosen: ReadonlyMap<string, number>, most = 3): Set<string> {
  const counts = [...chosen.values()].toSorted((a, b) => b - a);
  const least = counts[Math.min(most, counts.length) - 1] ?? Number.POSITIVE_INFINITY;
  return new Set([...chosen].filter(([, count]) => count >= Math.max(least, 1)).map(([id]) => id));
}
