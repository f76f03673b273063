/** 评估流: who said it. The community itself, an expert at the desk, an expert on site, or the evaluation of the whole. */
export const streams = ['self', 'expert', 'on-site', 'whole'] as const;
export type Stream = (typeof streams)[number];

/** 达标程度 of one rule. */
export const levels = ['met', 'partly', 'not-met', 'not-applicable'] as const;
export type Level = (typeof levels)[number];

/** 细则结果: what was said of each rule; a rule that is left out was not looked at. */
export type Levels = Readonly<Record<string, Level>>;

const points: Record<Level, number | null> = { met: 1, partly: 0.5, 'not-met': 0, 'not-applicable': null };
const letters: Record<Level, string> = { met: 'm', partly: 'p', 'not-met': 'n', 'not-applicable': 'x' };
const notSaid = '-';

/** 得分点: 1, 0.5 or 0; null where the rule does not apply. */
export const pointsOf = (level: Level): number | null => points[level];

/** 得分: the mean over the rules that apply, 0–100; null when none does. */
export function scoreOf(given: Levels): number | null {
  const counted = Object.values(given).flatMap((level) => points[level] ?? []);
  if (counted.length === 0) return null;
  return (100 * counted.reduce((sum, each) => sum + each, 0)) / counted.length;
}

/** One letter a rule, in the order of the edition: 77 letters say a whole assessment. */
export function encodeLevels(ruleIds: readonly string[], given: Levels): string {
  return ruleIds.map((id) => (given[id] ? letters[given[id]] : notSaid)).join('');
}

/** The levels that the letters say; rules not looked at are left out. */
export function decodeLevels(ruleIds: readonly string[], said: string): Record<string, Level> {
  const of = (letter: string | undefined) => levels.find((level) => letters[level] === letter);
  return Object.fromEntries(ruleIds.flatMap((id, place) => {
    const level = of(said[place]);
    return level ? [[id, level]] : [];
  }));
}

/** 未达应达项: must-rules that are not met, in the order given. */
export function unmetMusts(rules: readonly { id: string; kind: string }[], given: Levels): string[] {
  return rules.filter(({ id, kind }) => kind === 'must' && given[id] !== 'met' && given[id] !== 'not-applicable').map(({ id }) => id);
}
