import { RouterContextProvider } from 'react-router';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { loader as evidenceFile } from '#app/routes/desk/indicators/evidence-file.ts';
import { planInFile } from '#seed/city-data.ts';
import { aPdf, ownFilesFolder } from '#tests/apply.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, hefei, test } from '#tests/world.ts';
import * as values from './values.tsx';

ownFilesFolder();

const city = (db: Db) => as(db, 'government-officer', hefei);
const shown = '/desk/plans/x/values?indicator=A08-1';

function argsOf(db: Db, address: string, params: Record<string, string>, form?: FormData) {
  const context = new RouterContextProvider();
  context.set(ctxKey, city(db));
  return { context, params, request: new Request(`http://localhost${address}`, form ? { method: 'POST', body: form } : {}) } as never;
}

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

test('a figure and its paper are two deeds of one page, and a refused paper leaves the figure alone', async ({ db }) => {
  const { id: actorId } = city(db).actor;
  await db.insert(users).values({ id: actorId, name: actorId, email: `${actorId}@example.cn` });
  const id = await loadPlan(city(db), planInFile('city-3y-2023-2025'), hefei, { isExample: true, reason: '按来源载入' });
  const post = (fields: Record<string, string | File>) => values.action(argsOf(db, shown, { id }, formOf(fields)));
  const attach = (paper: File) => post({ regionCode: hefei, attachTo: '2025000', paper });
  expect(await post({ regionCode: hefei, period: '2025', value: '31', source: '市卫健委年报' })).toMatchObject({ data: { isSaved: true } });
  expect(await attach(new File(['hello'], '年报.pdf'))).toMatchObject({ data: { refusal: 'file-kind-not-allowed' } });
  expect(await attach(new File([], ''))).toMatchObject({ data: { refusal: 'document-missing' } });
  expect(await post({ regionCode: hefei, attachTo: 'x', paper: new File(['hello'], '年报.pdf') })).toMatchObject({ data: { fields: { attachTo: expect.anything() } } });
  expect(await attach(new File([new Uint8Array(aPdf())], '年报盖章页.pdf'))).toMatchObject({ data: { isSaved: true } });
  const html = await rendered(values, city(db), shown, { id });
  expect(wordsOf(html)).toMatch(/2025 31% 市卫健委年报 年报盖章页\.pdf/);
  const [address, fileId] = /\/desk\/indicators\/A08-1\/evidence\/([0-9a-f-]{36})\?region=3401/.exec(html)!;
  const open = (path: string) => evidenceFile(argsOf(db, path, { code: 'A08-1', fileId: fileId! }));
  expect((await open(address)).headers.get('Content-Type')).toBe('application/pdf');
  expect((await open(address.replace('3401', '3402'))).status).toBe(403);
  expect((await open(address.replace('3401', "'"))).status).toBe(404);
});
