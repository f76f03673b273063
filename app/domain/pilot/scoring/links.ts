/** 相连: which island every node of a list of links lies on, numbered from 0 in the order of their first link. */
export function islandsOf(links: readonly { application: string; reviewer: string }[]): number[] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    while (parent.has(at)) at = parent.get(at)!;
    return at;
  };
  for (const { application, reviewer } of links) {
    const [one, other] = [root(`a ${application}`), root(`r ${reviewer}`)];
    if (one !== other) parent.set(other, one);
  }
  const numbers = new Map<string, number>();
  return links.map(({ application }) => {
    const at = root(`a ${application}`);
    if (!numbers.has(at)) numbers.set(at, numbers.size);
    return numbers.get(at)!;
  });
}
