import { openDb } from '#app/db/db.server.ts';
import { foldChanges } from '#app/domain/base/rule-results/fold.ts';
import { visitor } from '#app/platform/ctx.ts';

/** 汇总进程: folds without a pause until it is killed. */
const { db } = openDb(process.argv[2]!, 1);
process.send?.('ready');
for (;;) await foldChanges({ actor: visitor, db, now: new Date(), locale: 'zh-CN', requestId: 'fold' });
