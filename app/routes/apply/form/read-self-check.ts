/** 读自查: the rules for which a level was chosen; a note alone waits for its level. */
export function readSelfCheck(given: Record<string, unknown>): { ruleId: string; level: unknown; note: string }[] {
  return Object.entries(given)
    .filter(([name, value]) => name.startsWith('level.') && value !== '')
    .map(([name, level]) => ({ ruleId: name.slice(6), level, note: String(given[`note.${name.slice(6)}`] ?? '').slice(0, 300) }));
}
