import type { MarksInput } from '#app/domain/pilot/review/input.ts';
import { answersWanted, type MarkLevel, type RubricContent } from '#app/domain/pilot/rubrics/model.ts';

type Given = MarksInput['marks'][number];

/** What reviewers say of each section: institution, culture, space, services, people. */
const comments: Record<string, string> = {
  A: '领导机制清楚，专班会商有记录，儿童列席的安排写得具体。（示例）',
  B: '宣传方式贴近家庭，儿童发声的渠道稳定。（示例）',
  C: '空间改造从孩子的实际路线出发，排查做得细；夜间照明还可加强。（示例）',
  D: '服务覆盖了不同年龄，困境儿童有专门安排，转介办法有待成文。（示例）',
  E: '人员准入和培训有制度，志愿者的继续培训要落到时间表上。（示例）',
};

/** 一份评分 whose total lies near a level; what falls short is another item for another expert. The negative list is clear. */
export function marksAround(rubric: RubricContent, level: number, who: string): Given[] {
  const turned = turn(rubric.items, [...who].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % rubric.items.length);
  let [wanted, given] = [0, 0];
  const levels = new Map<string, MarkLevel>();
  for (const { id, weight } of turned) {
    wanted += (weight * level) / 100;
    const lack = (wanted - given) / weight;
    const best: MarkLevel = lack >= 0.75 ? 'met' : lack >= 0.25 ? 'partly' : 'not';
    given += weight * { met: 1, partly: 0.5, not: 0, na: 0 }[best];
    levels.set(id, best);
  }
  const section = new Map([...rubric.items, ...rubric.mustRules].map(({ id, sectionId }) => [id, sectionId]));
  const first = new Set(rubric.sections.map(({ id }) => rubric.items.find((item) => item.sectionId === id)?.id));
  return answersWanted(rubric).map(({ id, part }): Given => {
    if (part === 'negative') return { itemId: id, level: 'clear', score: null, note: '', page: '' };
    const chosen = levels.get(id) ?? 'met';
    const comment = comments[section.get(id) ?? ''] ?? '';
    return { itemId: id, level: chosen, score: null, note: first.has(id) ? comment : chosen === 'not' ? '材料中没有找到可以核对的做法。（示例）' : '', page: first.has(id) ? '申报表' : '' };
  });
}

function turn<T>(items: readonly T[], by: number): T[] {
  return [...items.slice(by), ...items.slice(0, by)];
}
