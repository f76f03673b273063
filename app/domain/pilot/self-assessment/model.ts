import { type Level, type Levels, levels, pointsOf, scoreOf } from '#app/domain/base/rule-results/model.ts';
import type { Versions } from '#app/domain/pilot/applications/answers.ts';

/** 自评状态: being written, handed in, handed in and being corrected. */
export const statuses = ['draft', 'submitted', 'correcting'] as const;
export type Status = (typeof statuses)[number];

/** 一条的三样: the level, the reason for it, and that what was copied from last time is still so. */
export const fields = ['level', 'reason', 'confirm'] as const;
export type Field = (typeof fields)[number];

/** 首年: the standard was first published in 2019; no community assessed itself against it before. */
export const firstYear = 2019;

export const reasonLength = 600;

/** 一条自评 as it stands: what was said in each field with its rivals, and from which year it was copied, if it was. */
export type Row = { ruleId: string; said: Partial<Record<Field, Versions>>; copiedFrom: number | null };

/** 还没完成的原因. */
export type Why = 'level' | 'reason' | 'proof' | 'confirm' | 'conflict';
export type Unfinished = { ruleId: string; why: Why };

export const isOpen = (status: Status): boolean => status !== 'submitted';

/** The text that stands in a field. */
export function saidIn(row: Row | undefined, field: Field): string {
  const value = row?.said[field]?.current.value;
  return typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';
}

export function levelOf(row: Row | undefined): Level | undefined {
  return levels.find((level) => level === saidIn(row, 'level'));
}

/** 全部等级 that were said so far. */
export function levelsOf(rows: Iterable<Row>): Record<string, Level> {
  return Object.fromEntries([...rows].flatMap((row) => (levelOf(row) ? [[row.ruleId, levelOf(row)!]] : [])));
}

/** 待确认: copied from an earlier year, not changed since, and nobody has said that it is still so. */
export function isUnconfirmed(row: Row | undefined): boolean {
  return row?.copiedFrom != null && row.said.level?.current.revision === 1 && saidIn(row, 'confirm') === '';
}

/** 不必写的: what is not met needs no words; everything else needs a reason, and what is met may show evidence instead. */
export function whyUnfinished(row: Row | undefined, cited: number): Why | undefined {
  if (row && fields.some((field) => (row.said[field]?.rivals.length ?? 0) > 0)) return 'conflict';
  const level = levelOf(row);
  if (!level) return 'level';
  if (isUnconfirmed(row)) return 'confirm';
  const hasReason = saidIn(row, 'reason').trim() !== '';
  if (level === 'met') return hasReason || cited > 0 ? undefined : 'proof';
  return level === 'not-met' || hasReason ? undefined : 'reason';
}

/** 未完成的各条, in the order of the edition. */
export function unfinished(ruleIds: readonly string[], rows: ReadonlyMap<string, Row>, cited: Readonly<Record<string, number>>): Unfinished[] {
  return ruleIds.flatMap((ruleId) => {
    const why = whyUnfinished(rows.get(ruleId), cited[ruleId] ?? 0);
    return why ? [{ ruleId, why }] : [];
  });
}

type Parts = readonly { id: string; norms: readonly { rules: readonly { id: string }[] }[] }[];

/** 各板块得分: one value a section, 0–100, null where nothing counts yet; what the radar draws. */
export function sectionScores(sections: Parts, given: Levels): { id: string; score: number | null; said: number; rules: number }[] {
  return sections.map(({ id, norms }) => {
    const ids = norms.flatMap((norm) => norm.rules.map((rule) => rule.id));
    const here = Object.fromEntries(ids.flatMap((rule) => (given[rule] ? [[rule, given[rule]]] : [])));
    return { id, score: scoreOf(here), said: Object.keys(here).length, rules: ids.length };
  });
}

/** 得分段 of the office's list: from 80, from 60, below. */
export const bands = ['high', 'middle', 'low'] as const;
export type Band = (typeof bands)[number];

/** 变化 of one rule from one year to the next. */
export type Move = 'better' | 'worse' | 'same' | 'new' | 'gone';
export function moveOf(before: Level | undefined, after: Level | undefined): Move {
  if (!before || !after) return before === after ? 'same' : after ? 'new' : 'gone';
  const [was, is] = [pointsOf(before), pointsOf(after)];
  if (was === null || is === null) return was === is ? 'same' : is === null ? 'gone' : 'new';
  return is > was ? 'better' : is < was ? 'worse' : 'same';
}
