import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import * as applicationRoutes from '#app/routes/api/applications-routes.ts';
import * as fileRoutes from '#app/routes/api/files-routes.ts';
import * as openRoutes from '#app/routes/api/routes.ts';
import type { Db } from '#app/db/db.server.ts';
import { completeAnswers } from './answers.ts';
import { officersToken, program } from './api.ts';
import { aPilotCall } from './apply.ts';
import { anApplication } from './cycle.ts';
import { binhu, test } from './world.ts';

const doors = [...Object.values(openRoutes), ...Object.values(applicationRoutes), ...Object.values(fileRoutes)].filter((route) => 'operationId' in route) as { method: string; path: string }[];

/** What is not this token's: everything of the neighbour, and every right. */
async function others(db: Db) {
  const { rows } = await db.execute<{ all: string }>(sql`
    select md5(string_agg(t::text, '|' order by t::text)) as all from (
      select a::text from applications a where region_code like '32%' union all select w::text from application_answers w join applications a on a.id = w.application_id where a.region_code like '32%'
      union all select g::text from role_grants g union all select u.id || u.name from users u union all select t.id || t.verbs::text || t.region_code from access_tokens t) t(t)`);
  return rows[0]!.all;
}

/** A refusal says in the body what it is: its status, its code and a sentence. */
function isTold({ status, body }: { status: number; body: unknown }): boolean {
  if (status < 400) return true;
  const problem = body as { status?: unknown; title?: unknown; detail?: unknown };
  return problem.status === status && /^[a-z-]+$/.test(String(problem.title)) && typeof problem.detail === 'string';
}

describe('whatever a program with a token sends', () => {
  test('is answered without a fault of ours, and touches nothing that is not its own', async ({ db }) => {
    const callId = await aPilotCall(db);
    const { token } = await officersToken(db);
    const ask = program(db, token);
    const own = (await ask('/applications', { method: 'POST', body: { callId, regionCode: binhu } })).body.id as string;
    const theirs = await anApplication(db, { callId, regionCode: '320102001' });
    await db.execute(sql`update access_tokens set per_minute = 100000`);
    const before = await others(db);

    const word = fc.oneof(fc.constantFrom(own, theirs, callId, 'sealed-opinion', '../..', '%00', '1', '-1', '34', '*', "' or 1=1 --", '\u202e', 'yes'), fc.string({ unit: 'binary', maxLength: 40 }));
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      one: fc.oneof({ maxDepth: 3 }, word, fc.integer(), fc.constant(null), fc.boolean(), fc.array(tie('one'), { maxLength: 4 }), fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(completeAnswers)), word), tie('one'), { maxKeys: 4 })),
    })).one;
    const body = fc.oneof(
      fc.record({ callId: word, regionCode: word }), fc.record({ answers: fc.dictionary(fc.constantFrom(...Object.keys(completeAnswers), 'x'), value, { maxKeys: 4 }) }),
      fc.record({ truthful: word, selfCheck: value }), fc.record({ sure: word }), value, fc.string({ maxLength: 30 }),
    );
    const request = fc.record({ door: fc.constantFrom(...doors), words: fc.array(word, { minLength: 3, maxLength: 3 }), query: fc.dictionary(fc.constantFrom('region', 'state', 'cursor', 'limit', 'q', 'call', 'name', 'kind'), word, { maxKeys: 3 }), body, tag: word, key: fc.option(word, { nil: undefined }) });

    await fc.assert(
      fc.asyncProperty(request, async ({ door, words, query, body: sent, tag, key }) => {
        let n = 0;
        const path = door.path.replace('/v1', '').replaceAll(/\{\w+\}/g, () => encodeURIComponent((words[n++] ?? '').toWellFormed()));
        const printable = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?').trim() || '?';
        const asked = new URLSearchParams(Object.entries(query).map(([name, one]) => [name, one.toWellFormed()] as [string, string]));
        const answer = await ask(`${path}?${asked}`, {
          method: door.method.toUpperCase(), ...(door.method === 'get' ? {} : { body: sent ?? {} }),
          headers: { 'If-Match': printable(tag), ...(key === undefined ? {} : { 'Idempotency-Key': printable(key) }) },
        });
        expect([door.path, sent, answer.status < 500 && isTold(answer)]).toEqual([door.path, sent, true]);
      }),
      { numRuns: Number(process.env.API_RUNS ?? 300), seed: 20261122 },
    );
    expect(await others(db)).toBe(before);
  });
});
