/** The numbers of the highest few, highest first. */
export function topOf(length: number, most: number, height: (i: number) => number): number[] {
  const top: number[] = [];
  const heights: number[] = [];
  for (let i = 0; i < length; i++) {
    const high = height(i);
    if (high === -Infinity || most === 0 || (top.length === most && high <= heights[most - 1]!)) continue;
    let at = top.length < most ? top.length : most - 1;
    for (; at > 0 && heights[at - 1]! < high; at--) [heights[at], top[at]] = [heights[at - 1]!, top[at - 1]!];
    [heights[at], top[at]] = [high, i];
  }
  return top;
}
