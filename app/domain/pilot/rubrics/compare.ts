import type { RubricContent } from './model.ts';

type Words = { zh: string; en: string };

/** 对照的一行: what of a rubric is different, before and now; null is what was not there. Weights are told with their share of the whole. */
export type RubricChange =
  | { what: 'level' | 'passMark' | 'borderline' | 'minimumSample'; before: string; after: string }
  | { what: 'item' | 'must' | 'negative'; id: string; words: Words; before: string | null; after: string | null };

/** 对照两份评分表: settings, weights, must-rules and the negative list. */
export function compareRubrics(before: RubricContent, after: RubricContent): RubricChange[] {
  const plain = (['level', 'passMark', 'borderline', 'minimumSample'] as const).flatMap((what): RubricChange[] =>
    before[what] === after[what] ? [] : [{ what, before: String(before[what] ?? ''), after: String(after[what] ?? '') }],
  );
  return [
    ...plain,
    ...lines('item', before.items, after.items, (items) => {
      const sum = items.reduce((all, { weight }) => all + weight, 0);
      return ({ weight }) => `${weight} (${sum === 0 ? 0 : Math.round((1000 * weight) / sum) / 10}%)`;
    }),
    ...lines('must', before.mustRules, after.mustRules, () => ({ zh }) => zh),
    ...lines('negative', before.negativeList, after.negativeList, () => ({ zh }) => zh),
  ];
}

/** 改了什么, in a word for each kind. */
export function changedIn(before: RubricContent, after: RubricContent): string[] {
  return [...new Set(compareRubrics(before, after).map(({ what }) => what))];
}

/** A share moves with every other weight: only the weights that were changed are told. */
function weightOf(one: object | undefined): unknown {
  return one && 'weight' in one ? one.weight : undefined;
}

function lines<T extends Words & { id: string }>(what: 'item' | 'must' | 'negative', before: readonly T[], after: readonly T[], tellIn: (all: readonly T[]) => (one: T) => string): RubricChange[] {
  const [old, now] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  const [tellOld, tellNow] = [tellIn(before), tellIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): RubricChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const words = (is ?? was)!;
    const [said, says] = [was ? tellOld(was) : null, is ? tellNow(is) : null];
    const isSame = was?.zh === is?.zh && was?.en === is?.en && weightOf(was) === weightOf(is);
    return isSame ? [] : [{ what, id, words: { zh: words.zh, en: words.en }, before: said, after: says }];
  });
}
