import type { LateSheet } from '#app/domain/city/collection/read.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { type Aims, keyOf } from './aims.ts';
import { alertLevels, type Finding, type RuleCode } from './model.ts';
import { oneCause } from './one-cause.ts';
import { nearest, type RuleInForce } from './rules-in-force.ts';
import type { Run } from './series-in.ts';
import { neverReported, silent } from './silence.ts';
import { type Series, weigh, type Weighed } from './weigh.ts';

/** 一条依据 with its place, who answers for it, and the version of the rule that found it. */
export type Grounded = Finding & { regionCode: string; ruleRegion: string; ruleVersion: number; planId: string | null; department: string };

type Asked = { runs: readonly Run[]; aims: Aims; late: readonly LateSheet[]; rules: readonly RuleInForce[]; byId: ReadonlyMap<number, Indicator>; today: string };

/** 找出依据: every rule in force over every series, and over what is silent. Pure: the same figures and day find the same. */
export function findGrounds({ runs, aims, late, rules, byId, today }: Asked): Grounded[] {
  const found = new Map<string, Grounded>();
  const inRegion = new Map<string, RuleInForce[]>();
  const rulesOf = (regionCode: string) => inRegion.get(regionCode) ?? inRegion.set(regionCode, nearest(rules, regionCode)).get(regionCode)!;
  const keep = (regionCode: string, indicatorId: number, rule: RuleInForce, weighed: Weighed | null) => {
    if (!weighed) return;
    const key = `${keyOf(regionCode, indicatorId)} ${rule.rule}`;
    const held = found.get(key);
    if (held && alertLevels.indexOf(held.level) >= alertLevels.indexOf(weighed.level)) return;
    const aim = aims.get(keyOf(regionCode, indicatorId));
    found.set(key, { ...weighed, regionCode, indicatorId, rule: rule.rule, ruleRegion: rule.regionCode, ruleVersion: rule.version, planId: aim?.planId ?? null, department: aim?.department ?? byId.get(indicatorId)!.definition.owner });
  };
  const figured = new Set<string>();
  for (const { regionCode, indicatorId, figures, contradicting } of runs) {
    const indicator = byId.get(indicatorId);
    if (!indicator) continue;
    const aim = aims.get(keyOf(regionCode, indicatorId)) ?? null;
    const series: Series = { definition: indicator.definition, figures, contradicting, aim };
    figured.add(keyOf(regionCode, indicatorId));
    for (const rule of rulesOf(regionCode)) keep(regionCode, indicatorId, rule, rule.rule === 'W1' ? silentHere(rule, series, indicator, aims, regionCode, today) : weigh(rule.rule, rule.settings, series, today));
  }
  const silence = (regionCode: string): RuleInForce | undefined => rulesOf(regionCode).find(({ rule }) => rule === ('W1' satisfies RuleCode));
  for (const [key, aim] of aims) {
    if (figured.has(key)) continue;
    const [regionCode, id] = key.split(' ') as [string, string];
    const [rule, indicator] = [silence(regionCode), byId.get(Number(id))!];
    if (rule) keep(regionCode, Number(id), rule, silentHere(rule, { definition: indicator.definition, figures: [], contradicting: null, aim }, indicator, aims, regionCode, today));
  }
  for (const sheet of late) {
    const rule = silence(sheet.regionCode);
    if (rule) for (const indicatorId of sheet.indicatorIds) if (byId.has(indicatorId)) keep(sheet.regionCode, indicatorId, rule, silent(rule.settings, sheet.dueOn, sheet.period, today));
  }
  return oneCause([...found.values()]);
}

/** Below the city only those are silent who report: a figure of the city's own is not a district's to give. */
function silentHere({ settings }: RuleInForce, series: Series, { id, definition }: Indicator, aims: Aims, regionCode: string, today: string): Weighed | null {
  const isAsked = aims.get(keyOf(regionCode, id))?.isOwn === true || ['district', 'town', 'community'].includes(definition.level);
  return isAsked ? neverReported(settings, series, today) : null;
}
