import { type ChangeLine, contains, isRegionCode, levelOf, parentCandidates } from './model.ts';

/** A unit that is there today. */
export type Unit = { code: string; name: string };

/** 一步: what becomes of one unit; the first of several successors is the principal one. */
export type Fate = { from: Unit; to: Unit[]; isContinued: boolean };

/** 变更方案: every unit touched, those below a moved one included. */
export type Plan = { fates: Fate[]; renamed: { code: string; from: string; to: string }[]; made: Unit[]; ended: Unit[] };

const planProblems = [
  'empty', 'too-many', 'code', 'from-unknown', 'from-named-otherwise', 'from-twice', 'same-level', 'to-taken', 'to-name-missing', 'to-name-same', 'to-named-twice',
  'parent-missing', 'merge-alone', 'split-alone', 'inside-untold', 'inside-collides', 'rename-other-code', 'recode-same-code',
] as const;
export type PlanProblem = { line: number; column: 'kind' | 'fromCode' | 'fromName' | 'toCode' | 'toName'; what: (typeof planProblems)[number]; about?: string };

const most = 20_000;

/**
 * 排出方案 from the lines of a table and the units that are there: the named ones, everything inside them, everything
 * that bears a wanted code, and the units above those. Says by line and column what cannot be.
 */
export function planChange(lines: readonly ChangeLine[], units: readonly Unit[]): { plan: Plan } | { problems: PlanProblem[] } {
  const live = new Map(units.map((unit) => [unit.code, unit.name]));
  const problems = checkLines(lines, live);
  if (problems.length > 0) return { problems };
  const groups = fatesOf(lines, live);
  const inside = followInside(lines, groups, live, problems);
  if (problems.length > 0) return { problems };
  const fates = [...groups, ...inside].filter((fate) => !fate.isContinued || fate.to.length > 1);
  const renamed = renamesOf(lines, live);
  const gone = new Set(fates.filter((fate) => !fate.to.some((to) => to.code === fate.from.code)).map((fate) => fate.from.code));
  const made = new Map<string, Unit>();
  for (const fate of fates) for (const to of fate.to) if (!live.has(to.code) || gone.has(to.code)) made.set(to.code, to);
  const numberOf = (code: string) => lines.findIndex((line) => contains(line.toCode, code) || contains(line.fromCode, code)) + 1;
  for (const { code } of made.values()) {
    const [above] = parentCandidates(code);
    if (above !== undefined && !made.has(above) && (!live.has(above) || gone.has(above))) {
      problems.push({ line: numberOf(code), column: 'toCode', what: 'parent-missing', about: code });
    }
  }
  if (fates.length + renamed.length > most) problems.push({ line: 1, column: 'fromCode', what: 'too-many' });
  if (problems.length > 0) return { problems: problems.slice(0, 100) };
  return { plan: { fates, renamed, made: [...made.values()], ended: fates.map((fate) => fate.from).filter((unit) => gone.has(unit.code)) } };
}

function checkLines(lines: readonly ChangeLine[], live: ReadonlyMap<string, string>): PlanProblem[] {
  const found: PlanProblem[] = [];
  const say = (line: number, column: PlanProblem['column'], what: PlanProblem['what'], about?: string) => found.push({ line: line + 1, column, what, ...(about ? { about } : {}) });
  if (lines.length === 0) say(0, 'fromCode', 'empty');
  const leaving = new Set(lines.filter((line) => line.kind !== 'rename' && !lines.some((other) => other.fromCode === line.fromCode && other.toCode === line.fromCode)).map((line) => line.fromCode));
  const names = new Map<string, string>();
  lines.forEach((line, at) => {
    const { kind, fromCode, fromName, toCode, toName } = line;
    if (!isRegionCode(fromCode)) return say(at, 'fromCode', 'code', fromCode);
    if (!isRegionCode(toCode)) return say(at, 'toCode', 'code', toCode);
    const name = live.get(fromCode);
    if (name === undefined) return say(at, 'fromCode', 'from-unknown', fromCode);
    if (fromName !== '' && fromName !== name) say(at, 'fromName', 'from-named-otherwise', name);
    if (levelOf(fromCode) !== levelOf(toCode)) say(at, 'toCode', 'same-level', toCode);
    if (toName === '') say(at, 'toName', 'to-name-missing');
    if (kind === 'rename' && toCode !== fromCode) say(at, 'toCode', 'rename-other-code');
    if (kind === 'rename' && toName === name) say(at, 'toName', 'to-name-same');
    if (kind === 'recode' && toCode === fromCode) say(at, 'toCode', 'recode-same-code');
    const others = lines.filter((other) => other !== line && other.fromCode === fromCode);
    if (others.length > 0 && (kind !== 'split' || others.some((other) => other.kind !== 'split' || other.toCode === toCode))) say(at, 'fromCode', 'from-twice', fromCode);
    if (kind === 'split' && others.length === 0) say(at, 'kind', 'split-alone');
    const beside = lines.filter((other) => other !== line && other.toCode === toCode);
    const isSurvivor = live.has(toCode) && !leaving.has(toCode);
    if (kind === 'merge' && beside.every((other) => other.kind !== 'merge') && !(isSurvivor && toCode !== fromCode)) say(at, 'kind', 'merge-alone');
    if (kind !== 'merge' && beside.some((other) => other.toCode === toCode)) say(at, 'toCode', 'to-taken', toCode);
    if ((kind === 'recode' || (kind === 'split' && toCode !== fromCode)) && isSurvivor) say(at, 'toCode', 'to-taken', live.get(toCode));
    if (names.has(toCode) && names.get(toCode) !== toName) say(at, 'toName', 'to-named-twice', names.get(toCode));
    names.set(toCode, toName);
  });
  return found;
}

function fatesOf(lines: readonly ChangeLine[], live: ReadonlyMap<string, string>): Fate[] {
  const fates = new Map<string, Fate>();
  for (const line of lines.filter((each) => each.kind !== 'rename')) {
    const fate = fates.get(line.fromCode) ?? { from: { code: line.fromCode, name: live.get(line.fromCode)! }, to: [], isContinued: false };
    fate.to.push({ code: line.toCode, name: line.toName });
    fate.isContinued = fate.to.length === 1 && line.toCode === line.fromCode;
    fates.set(line.fromCode, fate);
  }
  return [...fates.values()];
}

/** What lies inside a unit whose code changes follows it by its own last digits, unless the table says where it goes. */
function followInside(lines: readonly ChangeLine[], fates: readonly Fate[], live: ReadonlyMap<string, string>, problems: PlanProblem[]): Fate[] {
  const told = new Set(fates.map((fate) => fate.from.code));
  const moving = fates.filter((fate) => !fate.isContinued);
  const found: Fate[] = [];
  const taken = new Map<string, string>(fates.flatMap((fate) => fate.to.map((to) => [to.code, fate.from.code] as const)));
  const lineOf = (code: string) => lines.findIndex((line) => line.fromCode === code) + 1;
  for (const [code, name] of live) {
    if (told.has(code)) continue;
    const around = moving.filter((fate) => fate.from.code !== code && contains(fate.from.code, code)).toSorted((a, b) => b.from.code.length - a.from.code.length)[0];
    if (!around) continue;
    const stays = around.to.some((to) => to.code === around.from.code);
    if (stays) continue;
    if (around.to.length > 1) {
      problems.push({ line: lineOf(around.from.code), column: 'toCode', what: 'inside-untold', about: `${code} ${name}` });
      continue;
    }
    found.push({ from: { code, name }, to: [{ code: around.to[0]!.code + code.slice(around.from.code.length), name }], isContinued: false });
  }
  const leaving = new Set([...found, ...moving].map((fate) => fate.from.code));
  for (const fate of found) {
    const wanted = fate.to[0]!.code;
    const holder = taken.get(wanted) ?? (live.has(wanted) && !leaving.has(wanted) ? wanted : undefined);
    if (holder !== undefined) {
      const line = lines.findIndex((each) => each.fromCode !== each.toCode && contains(each.fromCode, fate.from.code)) + 1;
      problems.push({ line, column: 'toCode', what: 'inside-collides', about: `${fate.from.code} ${fate.from.name} → ${wanted}` });
    }
    taken.set(wanted, fate.from.code);
  }
  return found;
}

function renamesOf(lines: readonly ChangeLine[], live: ReadonlyMap<string, string>): Plan['renamed'] {
  const kept = lines.filter((line) => line.kind === 'rename' || (line.kind === 'merge' && live.has(line.toCode)));
  const seen = new Map<string, { code: string; from: string; to: string }>();
  for (const line of kept) {
    const now = live.get(line.toCode)!;
    const leaves = lines.some((other) => other.fromCode === line.toCode && other.toCode !== line.toCode);
    if (!leaves && now !== line.toName) seen.set(line.toCode, { code: line.toCode, from: now, to: line.toName });
  }
  return [...seen.values()];
}

