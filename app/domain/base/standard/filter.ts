import { type PlacedRule, type RuleKind, ruleKinds } from './model.ts';

/** 筛选: what the reader of the standard may narrow it to; the address of the page carries it. */
export type RuleFilter = {
  section?: string;
  kind?: RuleKind;
  seen?: 'yes' | 'no';
  threshold?: 'yes';
  evidence?: string;
  item?: number;
  goal?: number;
  text?: string;
};

const names = ['section', 'kind', 'seen', 'threshold', 'evidence', 'item', 'goal', 'text'] as const;

/** From an address to a filter: what it does not know it leaves out. */
export function filterFrom(asked: URLSearchParams): RuleFilter {
  const text = asked.get('text')?.trim().slice(0, 60);
  const kind = ruleKinds.find((name) => name === asked.get('kind'));
  const seen = (['yes', 'no'] as const).find((name) => name === asked.get('seen'));
  const item = whole(asked.get('item'), 9);
  const goal = whole(asked.get('goal'), 5);
  return {
    ...(asked.get('section') ? { section: asked.get('section')!.slice(0, 4) } : {}),
    ...(kind ? { kind } : {}),
    ...(seen ? { seen } : {}),
    ...(asked.get('threshold') === 'yes' ? { threshold: 'yes' as const } : {}),
    ...(asked.get('evidence') ? { evidence: asked.get('evidence')!.slice(0, 40) } : {}),
    ...(item ? { item } : {}),
    ...(goal ? { goal } : {}),
    ...(text ? { text } : {}),
  };
}

/** From a filter to an address. */
export function addressOf(filter: RuleFilter): string {
  const asked = new URLSearchParams();
  for (const name of names) if (filter[name] !== undefined) asked.set(name, String(filter[name]));
  const query = asked.toString();
  return query ? `/standard?${query}` : '/standard';
}

/** Whether a rule passes the filter. */
export function passes(rule: PlacedRule, filter: RuleFilter): boolean {
  const text = filter.text?.toLowerCase();
  return (
    (!filter.section || rule.section.id === filter.section) &&
    (!filter.kind || rule.kind === filter.kind) &&
    (!filter.seen || rule.isSeen === (filter.seen === 'yes')) &&
    (!filter.threshold || rule.threshold !== null) &&
    (!filter.evidence || rule.evidence.includes(filter.evidence)) &&
    (!filter.item || rule.draftItems.includes(filter.item)) &&
    (!filter.goal || rule.goalAreas.includes(filter.goal)) &&
    (!text || [rule.id, rule.zh, rule.en, rule.norm.zh, rule.norm.en].some((words) => words.toLowerCase().includes(text)))
  );
}

function whole(text: string | null, most: number): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
}
