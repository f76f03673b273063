import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { blindnessOf } from '#app/domain/pilot/calls/blindness-settings.ts';
import { apiDoors, type Door, listDoors, pageDoors } from './blindness/doors.ts';
import { type Base, bases, begin, type Deed, happen, hiddenDeeds, idsOf, viewers, type World } from './blindness/worlds.ts';
import { asked, ctxOf, test } from './world.ts';

/** As many random worlds in the gate; BLINDNESS_RUNS and BLINDNESS_SEED ask for others. */
const runs = Number(process.env.BLINDNESS_RUNS ?? 1);
const seed = Number(process.env.BLINDNESS_SEED ?? 20_261_122);

class Undo extends Error {}

/** What happens inside leaves nothing behind. */
async function undone<R>(db: Db, run: (tx: Db) => Promise<R>): Promise<R> {
  let result: { value: R } | undefined;
  await db.transaction(async (tx) => {
    result = { value: await run(tx as unknown as Db) };
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return result!.value;
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

/** How often a token was used is written down by the clock, not by what is asked. */
const byTheClock = /access_tokens|attempts/;

async function knock(db: Db, doors: readonly Door[], who: keyof typeof viewers, known: ReadonlySet<string>): Promise<Answers> {
  const answers: Answers = new Map();
  for (const door of doors) {
    const before = asked.length;
    const answer = await undone(db, (tx) => door.open(ctxOf(tx, viewers[who]!)));
    answers.set(door.name, { answer: plain(answer, known), statements: asked.slice(before).filter((statement) => !byTheClock.test(statement)) });
  }
  return answers;
}

const searches = ['?q=expert-b', '?q=专家expert-b', '?person=expert-b', '?event=review.assigned', '?tab=new', '?tab=calendar', '?kind=review-assigned'];

/** Whether these settings let the expert who looks on see others now; then what others do is not hidden from them. */
function seesOthers({ blindness, own }: Base): boolean {
  const { reviewersSeeEachOther, marksOfOthers } = blindnessOf({ blindness }).first;
  return own === 'submitted' && (reviewersSeeEachOther !== 'never' || marksOfOthers !== 'never');
}

const idsAfter = (db: Db, world: World, deeds: readonly Deed[]) => undone(db, async (tx) => { await happen(tx, world, deeds); return idsOf(tx); });

/** Knocks at every door of both worlds as one person and tells where the answers differ. */
async function differences(db: Db, world: World, known: ReadonlySet<string>, deeds: readonly [Deed[], Deed[]], who: keyof typeof viewers, share: (doors: Door[]) => Door[]) {
  const [some, others] = [await idsAfter(db, world, deeds[0]), await idsAfter(db, world, deeds[1])];
  const ids = Object.fromEntries(Object.entries(some).map(([kind, found]) => [kind, [...new Set([...found, ...others[kind as keyof typeof others]])]])) as typeof some;
  const tokenOf = (ctx: { actor: { id: string } }) => world.tokens.get(ctx.actor.id);
  const doors = share([...pageDoors({ ...ids, all: [...ids.all, ...world.links] }, searches), ...listDoors([...world.applications.map((id) => `?id=${id}`), ...searches]), ...apiDoors(ids, tokenOf as never)]);
  const [one, other] = [
    await undone(db, async (tx) => { await happen(tx, world, deeds[0]); return knock(tx, doors, who, known); }),
    await undone(db, async (tx) => { await happen(tx, world, deeds[1]); return knock(tx, doors, who, known); }),
  ];
  const apart = [...one].flatMap(([name, { answer, statements }]) => {
    const there = other.get(name)!;
    if (there.answer !== answer) return [`${who} ${name}: ${difference(answer, there.answer)}`];
    return there.statements.length === statements.length ? [] : [`${who} ${name}: ${statements.length} statements or ${there.statements.length}: ${difference(statements.join(' | '), there.statements.join(' | '))}`];
  });
  return { apart, doors: doors.length, open: [...one.values()].filter(({ answer }) => !/^(refused|thrown)/.test(answer)).length };
}

function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 80), at + 120)}… or …${other.slice(Math.max(0, at - 20), at + 120)}…`;
}

describe('two worlds that differ only in what is hidden', () => {
  for (const who of Object.keys(viewers)) {
    test(`give the same bytes and ask the same number of statements at every door: ${who}`, async ({ db }) => {
      let [knocked, opened] = [0, 0];
      await fc.assert(
        fc.asyncProperty(bases, hiddenDeeds, hiddenDeeds, fc.boolean(), fc.integer(), async (base, first, second, isEmpty, spot) => {
          fc.pre(who !== 'expert' || !seesOthers(base));
          await undone(db, async (tx) => {
            const world = await begin(tx, base);
            const known = new Set(Object.values(await idsOf(tx)).flat());
            const share = (doors: Door[]) => (process.env.BLINDNESS_RUNS ? doors : doors.filter((_, at) => (at + spot) % 9 === 0));
            const { apart, doors, open } = await differences(tx, world, known, [isEmpty ? [] : first, second], who, share);
            knocked += 2 * doors;
            opened += 2 * open;
            expect(apart.slice(0, 40)).toEqual([]);
          });
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
      expect(opened).toBeGreaterThan(0);
      if (process.env.BLINDNESS_RUNS) console.log(`${who}: ${runs} pairs of worlds, ${knocked} doors knocked at, ${opened} of them opened`);
    }, 3_600_000);
  }
});
