/** 分解到哪一步: all that has to be divided is, some of it, none; or only shares, which follow the city where nobody set them otherwise. */
export const dividedStates = ['done', 'part', 'open', 'follows'] as const;
export type DividedState = (typeof dividedStates)[number];

type Indicator = { isShared: boolean; districts: number };

/** 一项行动分解得怎样: what is counted has to be divided among all districts; a share that nobody set follows the city, one that was begun is divided when every district has its own. */
export function dividedState(indicators: readonly Indicator[], all: number): DividedState {
  const counted = indicators.filter(({ isShared }) => !isShared);
  const begun = indicators.filter(({ districts }) => districts > 0);
  if (begun.length === 0) return counted.length === 0 ? 'follows' : 'open';
  return [...(counted.length === 0 ? indicators : counted), ...begun].every(({ districts }) => districts === all) ? 'done' : 'part';
}

/** 先打开哪一项: where something is still to be divided; in a plan that is over where something was. */
export function firstToDivide<A extends { state: DividedState }>(actions: readonly A[], isClosed: boolean): A | undefined {
  const wanted: readonly DividedState[] = isClosed ? ['part', 'done'] : ['part', 'open'];
  return actions.find(({ state }) => wanted.includes(state)) ?? actions[0];
}
