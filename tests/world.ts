import type pg from 'pg';
import { test as base } from 'vitest';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { type Db, openDb } from '#app/db/db.server.ts';
import { type Actor, type Ctx, visitor } from '#app/platform/ctx.ts';
import { workerDatabase } from './worker-database.ts';

/** A working day in Beijing, the moment most tests live in. */
export const today = new Date('2026-09-01T02:00:00Z');

class Undo extends Error {}

/** Every statement that the databases of these tests were asked, so that a test can count them. */
export const asked: string[] = [];

/** A test with a real database in a transaction that is undone afterwards. */
export const test = base
  .extend('opened', { scope: 'file' }, async ({}, { onCleanup }) => {
    asked.length = 0; // of the files before, when they ran in this process
    const { appUrl } = await workerDatabase();
    const opened = openDb(appUrl, 4, { logQuery: (statement) => void asked.push(statement) });
    onCleanup(opened.close);
    return opened;
  })
  .extend('pool', { scope: 'file' }, ({ opened }): pg.Pool => opened.pool)
  .extend('db', async ({ opened: { db } }, { onCleanup }): Promise<Db> => {
    const opened = Promise.withResolvers<Db>();
    const ended = Promise.withResolvers<never>();
    const undone = db
      .transaction((tx) => {
        opened.resolve(tx);
        return ended.promise;
      })
      .catch((error: unknown) => {
        opened.reject(error);
        if (!(error instanceof Undo)) throw error;
      });
    onCleanup(async () => {
      ended.reject(new Undo());
      await undone;
    });
    return opened.promise;
  });

/** Binhu Shiji community, at sub-district level, and what lies around it. */
export const binhu = '340111400';
export const baohe = '340111';
export const hefei = '3401';
export const neighbour = '320102';

/** Somebody with one role in one region. */
export function person(role: Role, regionCode: string, id: string = `${role}-${regionCode}`, organisationId: string | null = null): Actor {
  return { id, name: id, grants: [{ role, regionCode, organisationId }] };
}

/** A request by somebody at some moment. */
export function ctxOf(db: Db, actor: Actor = visitor, now: Date = today): Ctx {
  return { actor, db, now, locale: 'zh-CN', requestId: 'test' };
}

/** A request by somebody with one role in one region. */
export function as(db: Db, role: Role, regionCode: string, now: Date = today): Ctx {
  return ctxOf(db, person(role, regionCode), now);
}
