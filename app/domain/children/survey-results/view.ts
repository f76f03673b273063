import { isForChildren, type Scale, scaleNames } from '#app/domain/children/surveys/model.ts';
import { changes, type Compared, gaps } from './compare.ts';
import { atLeast, baseOf, type Estimate, type Group, type ItemResult, rateAtLeast, shareOf, shareOfSides, type Table, themeMeans } from './model.ts';
import type { Result, RoundResult } from './read.ts';
import { wordingOf } from './wording.ts';

/** 一题一行 of the page: what can be said of a question. */
export type Line = Pick<ItemResult, 'id' | 'theme' | 'text' | 'blocks' | 'levels' | 'favourable'> & { /** By which the steps have their words. */ scale: Scale | undefined; share: Estimate | undefined; base: number | undefined };
/** 孩子与大人: who both are, when the other of the two was asked, and what differs. */
export type Gap = { children: Result['audience']; adults: Result['audience']; closedOn: string; lines: Compared[] };
/** 分组一行: the share of one group of people in one question. */
export type GroupLine = { of: string[]; share: Estimate; base: number };
export type GroupView = { id: string; items: { item: Line; groups: GroupLine[] }[] };

/** 结果页 out of one table and nothing else: page, print, file and API show this. */
export function viewOf({ result, before, others, place }: RoundResult) {
  const { table, ...head } = result;
  return {
    head: { ...head, place, answered: atLeast(table.items), rate: rateAtLeast(table.items, head.invited) },
    lines: table.items.map(lineOf),
    themes: themeMeans(table.items),
    choices: table.choices,
    self: table.self,
    groups: groupsIn(table),
    gaps: gapsOf(result, others),
    before: before && { roundId: before.roundId, title: before.title, closedOn: before.closedOn, changes: changes(table.items, before.table.items) },
  };
}
export type ResultView = ReturnType<typeof viewOf>;

function lineOf(item: ItemResult): Line {
  const { id, theme, text, blocks, levels, favourable, wording } = item;
  const scale = scaleNames.find((each) => wordingOf(each, text) === wording);
  return { id, theme, text, blocks, levels, favourable, scale, share: shareOf(item), base: baseOf(item) };
}

/** Children are always the first of the two. */
function gapsOf(result: Result, others: readonly Result[]): Gap[] {
  const isChild = isForChildren(result.audience);
  return others
    .filter(({ audience }) => isForChildren(audience) !== isChild)
    .map((other) => ({ closedOn: other.closedOn, two: isChild ? [result, other] as const : [other, result] as const }))
    .map(({ closedOn, two: [children, adults] }) => ({ children: children.audience, adults: adults.audience, closedOn, lines: gaps(children.table.items, adults.table.items) }))
    .filter(({ lines }) => lines.length > 0);
}

function groupsIn({ items, self }: Table): GroupView[] {
  return self
    .map(({ id }) => ({ id, items: items.map((item) => ({ item: lineOf(item), groups: (item.by[id] ?? []).flatMap(groupLine) })).filter(({ groups }) => groups.length > 0) }))
    .filter((view) => view.items.length > 0);
}

function groupLine({ of, counts }: Group): GroupLine[] {
  const share = shareOfSides(counts);
  return share ? [{ of, share, base: counts[0]! + counts[1]! }] : [];
}

/** 孩子能看懂的几句: what was said most and least, in tenths. */
export type ToldLine = Pick<Line, 'id' | 'text'> & { tenths: number };
const mostTold = 3;

/** 两头: the questions most and least "mostly true"; what stands among the first is not among the last. */
export function endsOf(lines: readonly Line[]): { best: ToldLine[]; worst: ToldLine[] } {
  const told = lines.flatMap(({ id, text, share }) => (share ? [{ id, text, value: share.value }] : [])).toSorted((one, other) => other.value - one.value);
  const many = Math.min(mostTold, Math.floor(told.length / 2));
  const inTenths = ({ id, text, value }: (typeof told)[number]): ToldLine => ({ id, text, tenths: Math.round(value * 10) });
  return { best: told.slice(0, many).map(inTenths), worst: told.toReversed().slice(0, many).map(inTenths) };
}
