import type { VisitsWords } from '#app/i18n/visits.ts';
import { skewToTellMs } from './model.ts';
import { partsOf, type Values } from './package.ts';

/** 说成一句话: what stands on a path, as a person reads it. */
export function inWords(path: string, value: unknown, words: VisitsWords): string {
  if (value === null || value === undefined) return words.visit.taken;
  if (typeof value === 'string') return partsOf(path)?.kind === 'level' ? words.levels[value as Values['level']] : value || words.visit.empty;
  if (typeof value !== 'object') return '';
  const { text, caption, note, name, refusal } = value as { text?: string; caption?: string; note?: string; name?: string; refusal?: string };
  return [text ?? caption ?? note ?? name, refusal].filter(Boolean).join(' · ') || words.visit.empty;
}

/** 路径的名称: 等级 A1.1. */
export function pathInWords(path: string, words: VisitsWords): string {
  const parts = partsOf(path);
  if (!parts) return path;
  return ['level', 'note'].includes(parts.kind) ? `${parts.id} ${words.kinds[parts.kind]}` : words.kinds[parts.kind];
}

/** 时钟偏差 in words, where it is worth saying. */
export function skewInWords(skewMs: number, { visit: { skew } }: VisitsWords): string | null {
  const off = Math.abs(skewMs);
  if (off < skewToTellMs) return null;
  const said = off >= 86_400_000 ? skew.days(Math.round(off / 86_400_000)) : off >= 3_600_000 ? skew.hours(Math.round(off / 3_600_000)) : skew.minutes(Math.round(off / 60_000));
  return skewMs > 0 ? skew.fast(said) : skew.slow(said);
}
