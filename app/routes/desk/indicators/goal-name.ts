/** 目标领域的名称 where the heading says already whose goals they are. */
export const goalName = (goals: readonly string[], goal: string | number): string => (goals[Number(goal)] ?? String(goal)).replace(/^[^：:]+[：:]\s*/, '');
