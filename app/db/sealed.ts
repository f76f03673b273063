import { sql } from 'drizzle-orm';
import type { Db } from './db.server.ts';

/** 密室: schemas whose rows the app's ordinary statements cannot read; each has a role that the app takes on for one statement at a time. */
export const sealedSchemas = { identity: 'tongyou_identity', protection: 'tongyou_protection' } as const;
export type SealedSchema = keyof typeof sealedSchemas;

/**
 * 入室: runs statements under the role of a sealed schema, inside a transaction; the room's own verbs and reads alone call this.
 * The role is laid down again before the transaction goes on, so that everything else is asked as the app. Inside a transaction that is
 * already open nothing else may be asked beside it at the same time: it would be asked under the role.
 */
export async function inside<T>(db: Db, schema: SealedSchema, run: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local role ${sealedSchemas[schema]}`));
    const result = await run(tx);
    await tx.execute(sql.raw('set local role none'));
    return result;
  });
}

/** What the owner states after every migration: the role works the rows of its schema, and nobody else does. */
export const sealedRights = Object.entries(sealedSchemas).map(
  ([schema, role]) => `do $$ begin
    if to_regnamespace('${schema}') is not null then
      revoke all on schema ${schema} from public, tongyou_app;
      revoke all on all tables in schema ${schema} from public, tongyou_app;
      grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    end if;
  end $$`,
);
