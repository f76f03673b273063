import { eachAlone, inBlocks, openGroups, openRow } from '#app/domain/base/small-cells/blocks.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Sheet } from '#app/domain/children/surveys/model.ts';
import { type Choice, type ChoiceResult, type Group, type Item, type ItemResult, sidesOf, type Table, type Tables } from './model.ts';

/** 问了什么: questions on the scale, questions with options, and those by which the first are looked at (what people said of themselves). */
export type Asked = { items: readonly Item[]; choices: readonly Choice[]; self: readonly Choice[] };

/** 定稿: both tables of a round from its sheets; the public's is made of the blocks of the staff's. */
export function tally({ items, choices, self }: Asked, sheets: readonly Sheet[]): Tables {
  const staff: Table = { items: items.map((item) => itemForStaff(item, self, sheets)), choices: choices.map((choice) => choiceForStaff(choice, sheets)), self: [...self] };
  return { staff, public: { self: staff.self, items: staff.items.map(itemForPublic), choices: staff.choices.map((choice) => ({ ...choice, groups: openGroups(choice.groups, leastFor.public) })) } };
}

/** 两边的真数 of every question: for putting small communities together, never shown. */
export function trueSides(items: readonly Item[], sheets: readonly Sheet[]): Record<string, [number, number]> {
  return Object.fromEntries(items.map((item) => {
    const [yes, no] = inBlocks(countsOf(item, sheets), sideBlocks(item));
    return [item.id, [yes!, no!]];
  }));
}

function itemForStaff(item: Item, self: readonly Choice[], sheets: readonly Sheet[]): ItemResult {
  const blocks = openRow(eachAlone(countsOf(item, sheets)), item.favourable, leastFor.staff);
  const groupsBy = (choice: Choice) => optionsOf(choice).map((option): Group => ({ of: [option], counts: inBlocks(countsOf(item, sheets.filter((sheet) => said(choice, sheet) === option)), sideBlocks(item)) }));
  const by = self.map((choice) => [choice.id, blocks.length > 1 ? openGroups(groupsBy(choice), leastFor.staff) : []] as const);
  return { ...item, blocks, by: Object.fromEntries(by) };
}

function itemForPublic(result: ItemResult): ItemResult {
  const blocks = openRow(result.blocks, result.favourable, leastFor.public);
  const isOpen = sidesOf({ ...result, blocks }) !== undefined;
  return { ...result, blocks, by: Object.fromEntries(Object.entries(result.by).map(([asked, groups]) => [asked, isOpen ? openGroups(groups, leastFor.public) : []])) };
}

function choiceForStaff(choice: Choice, sheets: readonly Sheet[]): ChoiceResult {
  const groups = choice.options.map(({ id }): Group => ({ of: [id], counts: [sheets.filter((sheet) => said(choice, sheet) === id).length] }));
  return { ...choice, groups: openGroups(groups, leastFor.staff) };
}

const countsOf = ({ id, levels }: Item, sheets: readonly Sheet[]) => Array.from({ length: levels }, (_, level) => sheets.filter((sheet) => sheet.levels[id] === level).length);
const sideBlocks = ({ favourable, levels }: Item) => [places(0, favourable), places(favourable, levels)].map((at) => ({ at, count: 0 }));
const places = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** What was not said is an option as well: ''. */
const optionsOf = ({ options }: Choice) => [...options.map(({ id }) => id), ''];
const said = ({ id, options }: Choice, { self }: Sheet) => (options.some((option) => option.id === self[id]) ? self[id]! : '');
