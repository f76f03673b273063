import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { apiDoors, type Door, type Ids, listDoors, pageDoors } from './blindness/doors.ts';
import { type Base, bases, begin, decideAll, type Deed, happen, hiddenDeeds, idsOf, type ViewerName, viewers, type World } from './blindness/worlds.ts';
import { asked, ctxOf, test } from './world.ts';

/** As many random worlds in the gate; BLINDNESS_RUNS and BLINDNESS_SEED ask for others. */
const runs = Number(process.env.BLINDNESS_RUNS ?? 1);
const seed = Number(process.env.BLINDNESS_SEED ?? 20_261_122);

let depth = 0;

/** What happens inside leaves nothing behind, not even its savepoint: thousands of doors are tried in one transaction. */
async function undone<R>(db: Db, run: (tx: Db) => Promise<R>): Promise<R> {
  depth += 1;
  const mark = sql.identifier(`undone_${depth}`);
  await db.execute(sql`savepoint ${mark}`);
  try {
    return await run(db);
  } finally {
    await db.execute(sql`rollback to savepoint ${mark}`);
    await db.execute(sql`release savepoint ${mark}`);
    depth -= 1;
  }
}

/** Ids that a world made after its beginning are random: they count by the order in which an answer names them. */
function plain(answer: string, known: ReadonlySet<string>): string {
  const seen = new Map<string, string>();
  return answer.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (known.has(id)) return id;
    if (!seen.has(id)) seen.set(id, `id-${seen.size}`);
    return seen.get(id)!;
  });
}

type Answers = Map<string, { answer: string; statements: string[] }>;

/** How often a token was used is written down by the clock; what is published for good a process reads once and keeps. Neither follows what is asked. */
const notAsked = /access_tokens|attempts|^select [^()]* from "(editions|principles|sections|norms|rules|question_sets|rubrics)"/;

async function knock(db: Db, doors: readonly Door[], who: ViewerName, known: ReadonlySet<string>): Promise<Answers> {
  const answers: Answers = new Map();
  for (const door of doors) {
    const before = asked.length;
    const answer = await undone(db, (tx) => door.open(ctxOf(tx, viewers[who]!)));
    answers.set(door.name, { answer: plain(answer, known), statements: asked.slice(before).filter((statement) => !notAsked.test(statement)) });
  }
  return answers;
}

const searches = ['?q=expert-b', '?q=专家expert-b', '?person=expert-b', '?event=review.assigned', '?tab=new', '?tab=calendar', '?kind=review-assigned'];

/** Who must not notice: an expert who may see the others is left out. */
function blinded({ blindness, own }: Base, others: readonly ViewerName[] = []): ViewerName[] {
  const { reviewersSeeEachOther, marksOfOthers } = blindness.first;
  const seesOthers = own === 'submitted' && (reviewersSeeEachOther !== 'never' || marksOfOthers !== 'never');
  return Object.keys(viewers).filter((who) => who !== 'office' && (who !== 'expert' || !seesOthers) && !others.includes(who));
}

type Making = (db: Db) => Promise<unknown>;
type Share = (doors: Door[]) => Door[];
const tally = new Map<string, { worlds: number; doors: number; open: number }>();

/** Makes the two worlds out of one beginning, knocks at every door of both as each of these people, and tells where the answers differ. */
async function differences(db: Db, world: World, known: ReadonlySet<string>, [one, other]: readonly [Making, Making], who: readonly ViewerName[], share: Share): Promise<string[]> {
  const idsAfter = (making: Making) => undone(db, async (tx) => { await making(tx); return idsOf(tx); });
  const [some, others] = [await idsAfter(one), await idsAfter(other)];
  const both = (kind: keyof Ids) => [...new Set([...some[kind], ...others[kind]])];
  const ids: Ids = { all: [...both('all'), ...world.links], fileId: both('fileId'), questionId: both('questionId'), letterId: both('letterId') };
  const tokenOf = (ctx: Ctx) => world.tokens.get(ctx.actor.id);
  const doors = share([...pageDoors(ids, searches), ...listDoors([...world.applications.map((id) => `?id=${id}`), ...searches]), ...apiDoors(ids, tokenOf)]);
  const answersIn = (making: Making) => undone(db, async (tx) => {
    await making(tx);
    const answers = new Map<string, Answers>();
    for (const viewer of who) answers.set(viewer, await knock(tx, doors, viewer, known));
    return answers;
  });
  const [here, there] = [await answersIn(one), await answersIn(other)];
  return who.flatMap((viewer) => {
    const found = [...here.get(viewer)!];
    const counted = tally.get(viewer) ?? { worlds: 0, doors: 0, open: 0 };
    tally.set(viewer, { worlds: counted.worlds + 1, doors: counted.doors + doors.length, open: counted.open + found.filter(([, { answer }]) => !/^(refused|thrown)/.test(answer)).length });
    return found.flatMap(([name, { answer, statements }]) => {
      const twin = there.get(viewer)!.get(name)!;
      if (twin.answer !== answer) return [`${viewer} ${name}: ${difference(answer, twin.answer)}`];
      return twin.statements.length === statements.length ? [] : [`${viewer} ${name}: ${statements.length} statements or ${twin.statements.length}: ${difference(statements.join(' | '), twin.statements.join(' | '))}`];
    });
  });
}

function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 80), at + 120)}… or …${other.slice(Math.max(0, at - 20), at + 120)}…`;
}

/** In the gate so many doors of each address, others every time; asked for more worlds, all of them. */
const shareOf = (spot: number, most: number): Share => (doors) => {
  if (process.env.BLINDNESS_RUNS) return doors;
  return [...Map.groupBy(doors, ({ address }) => address).values()].flatMap((own) => {
    const step = Math.max(1, Math.floor(own.length / most));
    return own.slice(0, most).map((_, n) => own[(spot + n * step) % own.length]!);
  });
};

/** One beginning, two goings-on, and the answers to each of those who must not notice. */
async function alike(db: Db, base: Base, makings: (world: World) => readonly [Making, Making], who: readonly ViewerName[], share: Share) {
  await undone(db, async (tx) => {
    const world = await begin(tx, base);
    const known = new Set(Object.values(await idsOf(tx)).flat());
    expect((await differences(tx, world, known, makings(world), who, share)).slice(0, 40)).toEqual([]);
  });
}

const long = 7_200_000;
const asOften = { numRuns: runs, seed, endOnFailure: true };

afterAll(() => {
  if (process.env.BLINDNESS_RUNS) for (const [who, { worlds, doors, open }] of tally) console.log(`${who}: ${worlds} pairs of worlds, ${2 * doors} answers compared, ${2 * open} of them more than a refusal`);
});

describe('two worlds that differ only in what is hidden give the same bytes and ask as many statements, at every door', () => {
  test('what other experts are given, answer, save, hand in and ask, before the decision', async ({ db }) => {
    await fc.assert(
      fc.asyncProperty(bases, hiddenDeeds, hiddenDeeds, fc.boolean(), fc.nat(), async (base, first, second, isEmpty, spot) => {
        await alike(db, base, (world) => [(tx) => happen(tx, world, isEmpty ? [] : first), (tx) => happen(tx, world, second)], blinded(base), shareOf(spot, 1));
      }),
      asOften,
    );
  }, long);

  test('what the marks were, after a decision in the same words', async ({ db }) => {
    const [low, high] = [12, 95].map((score) => [1, 2].flatMap((expert) => [0, 1].map((application): Deed => ({ far: 'submitted', expert, application, score: score + expert })))) as [Deed[], Deed[]];
    await fc.assert(
      fc.asyncProperty(bases, fc.nat(), async (given, spot) => {
        const base: Base = { ...given, blindness: { ...given.blindness, applicantSees: 'nothing' } };
        const making = (world: World, deeds: Deed[]) => async (tx: Db) => { await happen(tx, world, deeds); await decideAll(tx, world); };
        await alike(db, base, (world) => [making(world, low), making(world, high)], blinded(base, ['audit']), shareOf(spot, 1));
      }),
      asOften,
    );
  }, long);

  test('who asked, and who gave which marks, to an office that reads without names', async ({ db }) => {
    await fc.assert(
      fc.asyncProperty(bases, fc.nat(), async (given, spot) => {
        const base: Base = { own: 'none', hasQuestion: false, blindness: { ...given.blindness, first: { ...given.blindness.first, officeSeesNames: 'after-decision' } } };
        const making = (world: World, asker: number) => (tx: Db) => happen(tx, world, [
          { far: asker === 1 ? 'asked-and-submitted' : 'submitted', expert: 1, application: 0, score: asker === 1 ? 61 : 83 }, { far: asker === 2 ? 'asked-and-submitted' : 'submitted', expert: 2, application: 0, score: asker === 2 ? 61 : 83 },
        ]);
        await alike(db, base, (world) => [making(world, 1), making(world, 2)], ['office'], shareOf(spot, 2));
      }),
      asOften,
    );
  }, long);

  test('and an expert who must not know who applies meets no name of the applicant at any door', async ({ db }) => {
    const phase = { ...usualBlindness.first, reviewersSeeApplicant: false };
    await undone(db, async (tx) => {
      const world = await begin(tx, { own: 'accepted', hasQuestion: true, blindness: { first: phase, second: phase, applicantSees: 'nothing' } });
      const ids = await idsOf(tx);
      const tokenOf = (ctx: Ctx) => world.tokens.get(ctx.actor.id);
      const own = /^\/(desk(\/reviews.*|\/search.*|\/inbox.*)?|account\/(inbox|calendar).*)$/;
      const all = [...pageDoors({ ...ids, all: [...ids.all, ...world.links] }, searches), ...listDoors(searches), ...apiDoors(ids, tokenOf)];
      // Whoever has the code of a receipt was given it by the applicant.
      const others = all.filter(({ name }) => !name.startsWith('/receipts/') && !own.test(name));
      const doors = [...all.filter(({ name }) => own.test(name)), ...shareOf(0, 2)(others)];
      const answers = await knock(tx, doors, 'expert', new Set());
      expect([...answers].filter(([, { answer }]) => /滨湖|340111/.test(answer)).map(([name]) => name)).toEqual([]);
    });
  }, long);

  test('and the doors are no painted ones: what is not hidden tells the worlds apart', async ({ db }) => {
    const base: Base = { own: 'none', hasQuestion: false, blindness: usualBlindness };
    const deeds: Deed[] = [{ far: 'saved', expert: 1, application: 0, score: 61 }];
    await undone(db, async (tx) => {
      const world = await begin(tx, base);
      const known = new Set(Object.values(await idsOf(tx)).flat());
      const ofReviews: Share = (doors) => doors.filter(({ name }) => name === `/desk/applications/${world.applications[0]}/review` || name === '/desk/experts' || name === `list review-table?id=${world.applications[0]}`);
      const told = await differences(tx, world, known, [async () => undefined, (inside) => happen(inside, world, deeds)], ['office'], ofReviews);
      expect(told).toHaveLength(3);
    });
  });
});
