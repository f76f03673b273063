import type { PackedRule } from '#app/domain/pilot/visits/package.ts';
import type { App } from './app.ts';
import type { Kept } from './notebook.ts';

export type Section = { id: string; name: string; rules: PackedRule[]; done: number; all: number };

/** 进度: which rules have been looked at; one whose level is contested has been. */
export function progressOf(app: App, { pack }: Kept): { sections: Section[]; all: number; done: number; mustLeft: number; isDone: (ruleId: string) => boolean } {
  const levels = app.book.values(pack.visit.id, 'level');
  const contested = new Set(app.book.contested(pack.visit.id).map(({ path }) => path));
  const isDone = (id: string) => id in levels || contested.has(`level:${id}`);
  const sections = [...new Set(pack.rules.map((rule) => rule.sectionId))].map((id) => {
    const rules = pack.rules.filter((rule) => rule.sectionId === id);
    return { id, name: rules[0]!.sectionName, rules: mustFirst(rules), all: rules.length, done: rules.filter((rule) => isDone(rule.id)).length };
  });
  return {
    sections, isDone, all: pack.rules.length, done: pack.rules.filter(({ id }) => isDone(id)).length,
    mustLeft: pack.rules.filter(({ id, kind }) => kind === 'must' && !isDone(id)).length,
  };
}

const order = ['must', 'should', 'may'];
const mustFirst = (rules: PackedRule[]) => rules.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));

/** 下一条 that has not been looked at, must-rules of a section first, from this one onward. */
export function nextOpen(app: App, kept: Kept, after: string): PackedRule | undefined {
  const { sections, isDone } = progressOf(app, kept);
  const all = sections.flatMap(({ rules }) => rules);
  const at = all.findIndex(({ id }) => id === after);
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ id }) => id !== after && !isDone(id));
}
