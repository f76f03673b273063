import { inside } from '#app/db/sealed.ts';
import type { Db } from '#app/db/db.server.ts';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';

/** 入室: one piece of work under the role of the sealed schema. */
export const within = <T>(db: Db, run: (db: Db) => Promise<T>): Promise<T> => inside(db, 'identity', run);

/** 密封 and 启封 of what identifies a child. */
export const sealed = (text: string) => seal(text, 'children');
export const opened = (text: string) => unseal(text, 'children');
