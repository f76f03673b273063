import type { Action, Measured, PlanContent } from './model.ts';

type Held = { action: Action; measured: Measured; row: number };

/** 行动的账: actions and campaigns as the rows name them, each once, in their order. */
export function actionBook(content: PlanContent, { startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  const names = new Map<string, Action>();
  const campaigns = new Map<string, number>();
  const tasks = new Map<string, number>();
  const indicators = new Map<string, Held>();
  return {
    campaign(name: string): number | null {
      if (name === '') return null;
      const held = campaigns.get(name);
      if (held !== undefined) return held;
      const no = campaigns.size + 1;
      campaigns.set(name, no);
      content.campaigns.push({ no, zh: name, en: name, isInSource: false });
      return no;
    },
    action(name: string, code: string, en: string, campaign: number | null): Action {
      const held = names.get(code || name);
      if (held) return held;
      const no = content.actions.length + 1;
      const made: Action = { code: code || `A${String(no).padStart(2, '0')}`, no, campaign, zh: name, en: en || name, about: { zh: '', en: '' }, leads: [], budgets: [], indicators: [], tasks: [] };
      names.set(code || name, made);
      content.actions.push(made);
      return made;
    },
    lead(action: Action, department: string, role: 'lead' | 'co'): void {
      if (!action.leads.some((each) => each.department === department)) action.leads.push({ department, role, from: startsOn, until: null, isInferred: false });
    },
    task(action: Action, zh: string, dueOn: string | null): void {
      if (action.tasks.some((each) => each.zh === zh)) return;
      tasks.set(action.code, (tasks.get(action.code) ?? 0) + 1);
      action.tasks.push({ id: `${action.code}-t${tasks.get(action.code)}`, zh, en: zh, dueOn: dueOn ?? endsOn });
    },
    measured: (code: string): Held | undefined => indicators.get(code),
    remember: (code: string, held: Held): void => void indicators.set(code, held),
    /** 收账: a campaign without actions is only named. */
    close(): void {
      for (const each of content.campaigns) each.isInSource = content.actions.some(({ campaign }) => campaign === each.no);
      for (const action of content.actions) for (const { targets } of action.indicators) targets.sort((one, other) => one.year - other.year);
    },
  };
}
export type ActionBook = ReturnType<typeof actionBook>;
