import type { Level } from '#app/domain/pilot/rubrics/model.ts';
import type { MarkLine } from './mark-parts.ts';

export type KeyDeed = { do: 'go'; by: 1 | -1 } | { do: 'next' } | { do: 'level'; level: Level } | { do: 'note' } | { do: 'leave' } | { do: 'help' };

const levels: Record<string, [Level, Level | undefined]> = { '1': ['met', 'clear'], '2': ['partly', undefined], '3': ['not', 'found'], '0': ['na', undefined] };

/** 键盘: what a key means in the list of marks; in a field only Esc means anything, so that digits and letters are typed. */
export function deedOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, part: MarkLine['part'] | undefined): KeyDeed | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (target instanceof HTMLElement && target.matches('input, textarea, select')) return key === 'Escape' ? { do: 'leave' } : undefined;
  if (key === 'j' || key === 'ArrowDown') return { do: 'go', by: 1 };
  if (key === 'k' || key === 'ArrowUp') return { do: 'go', by: -1 };
  if (key === 'u') return { do: 'next' };
  if (key === 'e') return { do: 'note' };
  if (key === '?') return { do: 'help' };
  const level = part && levels[key]?.[part === 'negative' ? 1 : 0];
  return level ? { do: 'level', level } : undefined;
}
