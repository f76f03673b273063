import { randomInt } from 'node:crypto';
import { blind, seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { guess, type Guesser } from '#app/platform/guesses.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainLetters, plateReading } from './plate-reading.ts';
import { wrongPlates } from './model.ts';
import { plateWords } from './plate-words.ts';

const dot = '·';
const numbers = { from: 2, to: 99 };

/** 小牌子: three friendly words and a number, about thirty random bits: 风筝·海豚·云朵·27. */
export function newPlate(): string {
  const words = new Set<string>();
  while (words.size < 3) words.add(plateWords[randomInt(plateWords.length)]!);
  return [...words, randomInt(numbers.from, numbers.to + 1)].join(dot);
}

let byReading: Map<string, string[]> | undefined;

/** 可能是哪几个小牌子: what was typed, in signs or, by who cannot type them yet, in the letters they are read with; words that sound alike give more than one. */
export function platesTyped(given: string): string[] {
  const inSigns = tidyPlate(given);
  if (inSigns) return [inSigns];
  byReading ??= Map.groupBy(plateWords, (word) => plateReading(word).replaceAll(' ', ''));
  const found = /^([a-z]+)(\d{1,2})$/.exec(plainLetters(given.normalize('NFKC').slice(0, 80).toLowerCase()).replace(/[^a-z\d]/g, ''));
  const number = Number(found?.[2]);
  if (!found || number < numbers.from || number > numbers.to) return [];
  return wordsIn(found[1]!, 3).map((words) => [...words, number].join(dot));
}

function wordsIn(letters: string, many: number): string[][] {
  if (many === 0) return letters === '' ? [[]] : [];
  return [...byReading!].filter(([read]) => letters.startsWith(read)).flatMap(([read, same]) => wordsIn(letters.slice(read.length), many - 1).flatMap((rest) => same.map((word) => [word, ...rest])));
}

/** As children write it: with any dots, blanks or none, in full or half width; undefined when it is no plate at all. */
export function tidyPlate(given: string): string | undefined {
  const plain = given.normalize('NFKC').slice(0, 60).replace(/[^\p{Script=Han}\d]/gu, '');
  const found = /^(\p{Script=Han}{2})(\p{Script=Han}{2})(\p{Script=Han}{2})(\d{1,2})$/u.exec(plain);
  if (!found) return undefined;
  const [, ...parts] = found;
  const number = Number(parts[3]);
  const isKnown = parts.slice(0, 3).every((word) => plateWords.includes(word)) && number >= numbers.from && number <= numbers.to;
  return isKnown ? [...parts.slice(0, 3), number].join(dot) : undefined;
}

/** 牌子的记号: what the database keeps of a plate. */
export function plateSign(plate: string): string {
  return blind(`plate:${plate}`);
}

const ticketMinutes = 30;

/** What a ticket opens; the plate travels sealed in it, so that the page can show it once more. */
export type Ticket = { id: string; county: number; plate?: string };

/** 一会儿有效的地址: stands in the address instead of the plate, so that what a shared device remembers opens nothing later. */
export function newTicket(ctx: Ctx, { id, county, plate = '' }: Ticket): string {
  return seal(JSON.stringify([id, county, ctx.now.getTime() + ticketMinutes * 60_000, plate]), 'children');
}

/** What a ticket opens, while it lasts. */
export function readTicket(ctx: Ctx, ticket: string): Required<Ticket> {
  const [id, county, until, plate] = opened(ticket);
  if (ctx.now.getTime() > until) throw new Refusal('plate-again', 410);
  return { id, county, plate };
}

function opened(ticket: string): [string, number, number, string] {
  try {
    const read: unknown = JSON.parse(unseal(ticket, 'children'));
    if (Array.isArray(read) && read.length === 4) return read as [string, number, number, string];
  } catch {
    throw new Refusal('plate-again', 410);
  }
  throw new Refusal('plate-again', 410);
}

/** 凭小牌子打开, by the signs of what was typed: what can be no plate opens nothing and is not counted; different wrong ones are (docs/adr/0072). */
export async function openByPlate<R>(ctx: Ctx, given: string, find: (plateOf: ReadonlyMap<string, string>) => Promise<R[]>): Promise<R> {
  const plateOf = new Map(platesTyped(given).map((plate) => [plateSign(plate), plate]));
  if (plateOf.size === 0) throw new Refusal('plate-unknown', 404);
  // What sounds like the plates of two children opens neither; letters that may be read as eight plates are eight guesses.
  const found = await guess(ctx, guesserOf(ctx), plateOf.keys(), async () => {
    const rows = await find(plateOf);
    return rows.length === 1 ? rows[0] : undefined;
  });
  if (found === undefined) throw new Refusal('plate-unknown', 404);
  return found;
}

/** Whoever came in with a code or a card is counted for it, so that a class does not make a school wait; everybody else for their address. */
function guesserOf({ child, address }: Ctx): Guesser {
  const own = child?.codeId ?? child?.childId;
  return own ? { kind: 'plate-of', who: own, bounds: wrongPlates.code } : { kind: 'plate', who: address ?? 'unknown', bounds: wrongPlates.address };
}
