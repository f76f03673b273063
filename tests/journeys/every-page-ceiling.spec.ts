import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { RouterContextProvider } from 'react-router';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { type Ctx, ctxKey, visitor } from '#app/platform/ctx.ts';
import { nonceKey } from '#app/platform/http.ts';
import routes from '#app/routes.ts';
import { ctxOf } from '#tests/world.ts';
import { childOfStory } from './as-child.ts';
import { notPages, patterns, walks } from './site-map.ts';
import { site } from './our-site.ts';

/** What a page and all that frames it may ask the database; who asks comes on top. A page that needs more says so here. */
const ceiling = 12;
const higher: Record<string, number> = {
  'work/:code/children/council': 18, // a place's council on one page: sessions, motions, members, election, walks
  // The sealed room is entered in a transaction of its own, which takes its role on and lays it down.
  'family/:childId': 21, 'work/:code/children/protection/:id': 15, // what was shared, asked again under the role
  'desk/privacy': 16, // a year out of eight rooms
  // A plan beside its figures, targets of districts and what is late.
  'desk/cockpit': 14, 'desk/cockpit/districts/:code': 14,
  'plans/:id': 16, // how each target stands this year, reckoned as the cockpit reckons it
  'work/:code/figures/:id': 19, // a sheet: what is asked, what stands already, what neighbours and earlier periods say
  'communities/:code': 13, 'desk/consulting/:code': 20, 'desk/evaluations/:code/:id': 13,
  // A plan with its parts, or what others made of their gaps, and beside it what is due.
  'work/:code/evaluations/:id': 13, 'work/:code/plan': 17, 'work/:code/plan/advice': 15, 'work/:code/plan/next': 17, 'work/:code/self-assessment/:year': 14,
};

type Loader = (args: never) => unknown;
type Chain = { pattern: string; files: string[] };

/** Every pattern with the files whose loaders run for it, its own last. */
function chains(entries: readonly RouteConfigEntry[], above: string[] = []): Chain[] {
  return entries.flatMap((entry) => {
    const files = [...above, entry.file];
    const own = entry.index ? [{ pattern: '', files }] : entry.path ? [{ pattern: entry.path, files }] : [];
    return [...own, ...chains(entry.children ?? [], files)];
  });
}

const loaderOf = async (file: string): Promise<Loader | undefined> => ((await import(pathToFileURL(path.resolve('app', file)).href)) as { loader?: Loader }).loader;

test('every page of the site map stays under its ceiling of questions to the database', async ({ onTestFinished }) => {
  const { appUrl, files, secret } = site;
  Object.assign(process.env, { FILES_DIR: files, AUTH_SECRET: secret, DEMO: 'yes' });
  const asked: string[] = [];
  const { db, close } = openDb(appUrl, 4, { logQuery: (statement) => void asked.push(statement) });
  onTestFinished(close);
  const now = new Date();
  const all = new Map(chains(routes as RouteConfigEntry[]).map((chain) => [chain.pattern, chain.files]));
  expect([...all.keys()].toSorted()).toEqual(patterns().toSorted());

  const counted: Record<string, number> = {};
  const faults: string[] = [];
  for (const { pattern, path: address, who } of await walks(db)) {
    if (pattern in notPages) continue;
    const [user] = who && !who.startsWith('child') ? await db.select({ id: users.id }).from(users).where(eq(users.username, who)) : [];
    const child = await childOfStory(db, who);
    const ctx: Ctx = { ...ctxOf(db, user ? await actorById(ctxOf(db, visitor, now), user.id) : visitor, now), child };
    const context = new RouterContextProvider();
    context.set(ctxKey, ctx);
    context.set(nonceKey, 'n');
    const request = new Request(`http://localhost${address}`);
    const before = asked.length;
    for (const file of ['root.tsx', ...all.get(pattern)!]) {
      const loader = await loaderOf(file);
      const answer = loader && (await Promise.resolve(loader({ context, params: paramsOf(pattern, address), request } as never)).catch((error: unknown) => error));
      if (answer instanceof Error) faults.push(`${pattern}: ${answer.message}`);
    }
    counted[pattern] = asked.length - before;
    if (counted[pattern] > (higher[pattern] ?? ceiling)) faults.push(`${pattern || '/'} asks ${counted[pattern]} times`);
  }
  expect(faults).toEqual([]);
  expect(Object.keys(counted).length).toBeGreaterThan(80);
  const needless = Object.keys(higher).filter((pattern) => (counted[pattern] ?? 0) <= ceiling);
  expect(needless).toEqual([]);
});

function paramsOf(pattern: string, address: string): Record<string, string> {
  const values = address.slice(1).split('/');
  return Object.fromEntries(pattern.split('/').flatMap((part, n) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(values[n] ?? '')]] : [])));
}
