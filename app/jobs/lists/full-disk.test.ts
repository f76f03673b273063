import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { pathOf } from '#app/domain/base/exports/place.ts';
import { listExports } from '#app/domain/base/exports/tables.server.ts';
import { writeExport } from '#app/domain/base/exports/write.ts';
import { test } from '#tests/world.ts';
import { ctxOfJob } from '../ctx-of-job.ts';
import { lists } from './all.ts';

Object.assign(process.env, { FILES_DIR: mkdtempSync(join(tmpdir(), 'tongyou-full-')), DEMO: 'yes' });

test('An export onto a full disk is told as that and leaves nothing by half; ordered again when there is room, it is whole', async ({ db }) => {
  await db.insert(users).values({ id: 'office', name: 'office', email: 'office@example.cn' });
  await db.insert(roleGrants).values({ userId: 'office', role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: new Date() });
  const order = async (format: 'csv' | 'xlsx') => {
    const [row] = await db.insert(listExports).values({ ownerId: 'office', list: 'regions', search: '', format, locale: 'zh-CN', orderedAt: new Date() }).returning({ id: listExports.id });
    return row!.id;
  };
  for (const format of ['csv', 'xlsx'] as const) {
    const id = await order(format);
    const path = pathOf(id, format);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync('/dev/full', `${path}.part`);
    expect(await writeExport(ctxOfJob(db), lists, id)).toBe('refused');
    expect(await db.select({ state: listExports.state, problem: listExports.problem }).from(listExports).where(eq(listExports.id, id))).toEqual([{ state: 'refused', problem: 'file-disk-refuses' }]);
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
    const again = await order(format);
    expect([await writeExport(ctxOfJob(db), lists, again), existsSync(pathOf(again, format))]).toEqual(['ready', true]);
  }
});
