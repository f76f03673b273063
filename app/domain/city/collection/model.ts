import { type Definition, everybody, type Level } from '#app/domain/city/indicators/model.ts';

/** 批次状态: figures are asked for; over, and what was accepted is locked. */
export const roundStates = ['open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** 填报层级: who can be asked, from the collecting place's own departments down to communities. */
export const askedLevels = ['department', 'city', 'district', 'town', 'community'] as const satisfies readonly Level[];
export type AskedLevel = (typeof askedLevels)[number];

/** 填报表状态: being filled in, handed in, returned with a reason, accepted into the figures, locked with its round. */
export const sheetStates = ['open', 'reported', 'returned', 'accepted', 'locked'] as const;
export type SheetState = (typeof sheetStates)[number];

/** 填报项的来历: typed, brought by a file, or taken from what is recorded in the work. */
export const entryOrigins = ['by-hand', 'file', 'operations'] as const;

/** 截止日 of each level that is asked. */
export type Deadlines = Partial<Record<AskedLevel, string>>;

/** 可填: while it is open or was returned. */
export const isFillable = (state: SheetState): boolean => state === 'open' || state === 'returned';

/** 逾期: after its last day, while it is still with whoever is to fill it in. */
export const isLate = ({ state, dueOn }: { state: SheetState; dueOn: string }, today: string): boolean => isFillable(state) && today > dueOn;

/** 一格: one figure that a sheet asks for; breakdown 0 is everybody. */
export type CellKey = { indicatorId: number; breakdown: number };
export const keyOf = ({ indicatorId, breakdown }: CellKey): string => `${indicatorId}.${breakdown}`;

/** 交表时的一格 as it is frozen when a sheet is handed in. */
export type Told = CellKey & { value: string; numerator: string; denominator: string; figure: number | null; reason: string; source: string; evidenceId?: string };

/** 负担: minutes it takes to look up and type one figure; one with its parts takes longer. */
const minutesPer = { plain: 2, withParts: 4 } as const;

/** 估计用时 in minutes, of these cells; of a group only its figure is asked. */
export function minutesFor(cells: readonly { breakdown: number; definition: Pick<Definition, 'numerator' | 'denominator'> }[]): number {
  return cells.reduce((sum, { breakdown, definition }) => sum + (breakdown === everybody && definition.numerator && definition.denominator ? minutesPer.withParts : minutesPer.plain), 0);
}

/** 合计和分组: the cells of a sheet by indicator, the whole beside its groups; the whole is missing where it is known already. */
export function inGroups<T extends CellKey>(cells: readonly T[]): { whole: T | undefined; groups: T[] }[] {
  return [...Map.groupBy(cells, ({ indicatorId }) => indicatorId).values()].map((all) => ({ whole: all.find(({ breakdown }) => breakdown === everybody), groups: all.filter(({ breakdown }) => breakdown !== everybody) }));
}
