import type { Estimate } from './model.ts';
import type { ResultView } from './view.ts';

/** 有多可靠: how many questions can be shown, and how far their intervals reach to either side, in points. */
export function howReliable(lines: ResultView['lines']): { shown: number; all: number; reach: { least: number; most: number } | undefined } {
  const reaches = lines.flatMap(({ share }) => (share ? [reachOf(share)] : []));
  return { shown: reaches.length, all: lines.length, reach: reaches.length === 0 ? undefined : { least: Math.min(...reaches), most: Math.max(...reaches) } };
}

/** The longer side of the interval, rounded up, so that nothing looks surer than it is. */
const reachOf = ({ value, low, high }: Estimate) => Math.ceil(Math.max(value - low, high - value) * 100);
