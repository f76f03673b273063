import type { EntryInput } from './input.ts';
import { keyOf } from './model.ts';

const names = { v: 'value', n: 'numerator', d: 'denominator', r: 'reason', s: 'source', b: 'base' } as const;
type Letter = keyof typeof names;

/** 表单里的各格: `v.12.0` is what was typed for the figure of indicator 12 and everybody; cells of which nothing came are left out. */
export function entriesOfForm(given: Record<string, unknown>): EntryInput[] {
  const cells = new Map<string, EntryInput>();
  for (const [name, said] of Object.entries(given)) {
    const [, letter, indicatorId, breakdown] = /^([vndrsb])\.(\d{1,9})\.(\d{1,5})$/.exec(name) ?? [];
    if (!letter || typeof said !== 'string') continue;
    const at = { indicatorId: Number(indicatorId), breakdown: Number(breakdown) };
    const key = keyOf(at);
    const cell = cells.get(key) ?? at;
    cells.set(key, { ...cell, [names[letter as Letter]]: said });
  }
  return [...cells.values()];
}

/** 退回理由 by cell, as `m.12.0`. */
export function remarksOfForm(given: Record<string, unknown>): { indicatorId: number; breakdown: number; remark: string }[] {
  return Object.entries(given).flatMap(([name, remark]) => {
    const [, indicatorId, breakdown] = /^m\.(\d{1,9})\.(\d{1,5})$/.exec(name) ?? [];
    return indicatorId && typeof remark === 'string' ? [{ indicatorId: Number(indicatorId), breakdown: Number(breakdown), remark }] : [];
  });
}
