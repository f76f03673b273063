import { calibrate } from '#app/domain/pilot/scoring/calibrate.ts';
import { randomOf, type Scale, scales } from '../panels/draw.ts';
import { drawPanel } from '../panels/panel.ts';
import { rankError, simple } from '../panels/simple.ts';

const options = { minimum: { applications: 5, reviewers: 3 }, passMark: 60, places: null, band: 2 };

export type Scoring = { panels: number; coverage: number; rank_error: { ours: number; mean: number; median: number; zscore: number } };

/** 评分模拟: panels whose truth is known; how often the 95 % interval holds it (in per cent), and by how many places each way of ranking is wrong. */
export function scoring(seed: number, panels: number, kinds: readonly Scale[] = ['figures', 'levels']): Scoring {
  const random = randomOf(seed);
  const sums = { ours: 0, mean: 0, median: 0, zscore: 0 };
  let [held, all] = [0, 0];
  for (let panel = 0; panel < panels; panel += 1) {
    const { marks, truth } = drawPanel(random, kinds[panel % kinds.length]!);
    const { scores, pairs } = calibrate(marks, options);
    for (const { application, low, high } of scores) {
      all += 1;
      if (low !== null && low <= truth.get(application)! && truth.get(application)! <= high!) held += 1;
    }
    sums.ours += rankError(new Map(scores.map(({ application, score, raw }) => [application, score ?? raw])), truth);
    for (const name of ['mean', 'median', 'zscore'] as const) sums[name] += rankError(simple[name](pairs), truth);
  }
  const each = (sum: number) => Math.round((1000 * sum) / panels) / 1000;
  return { panels, coverage: Math.round((10000 * held) / all) / 100, rank_error: { ours: each(sums.ours), mean: each(sums.mean), median: each(sums.median), zscore: each(sums.zscore) } };
}

/** `--seed=2026 --panels=240 --kind=figures|levels` choose other panels. */
export function scoringLine(words: readonly string[]): Scoring {
  const chosen = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const kind = chosen('kind');
  if (kind !== undefined && !(kind in scales)) throw new Error(`--kind 可选 ${Object.keys(scales).join(' ')} · choose --kind from ${Object.keys(scales).join(' ')}`);
  return scoring(wholeOf(chosen('seed'), 2026), wholeOf(chosen('panels'), 240), kind === undefined ? undefined : [kind as Scale]);
}

function wholeOf(text: string | undefined, usual: number): number {
  const figure = text === undefined ? usual : Number(text);
  if (!Number.isSafeInteger(figure) || figure < 1) throw new Error(`要一个正整数：${text} · a whole number is wanted: ${text}`);
  return figure;
}
