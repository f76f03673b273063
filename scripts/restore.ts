import path from 'node:path';
import { sentence } from '#app/db/embedded-place.ts';
import { openDb } from '#app/db/db.server.ts';
import { readErasures } from '#app/domain/children/identity/erasure-list.ts';
import { replayErasures } from '#app/domain/children/identity/replay-erasures.ts';
import { readConfig } from '#app/platform/config.ts';
import { system } from '#app/platform/ctx.ts';
import { restoreBackup } from './backup/restore.ts';
import { withDatabase } from './database.ts';
import { root } from './run.ts';
import { fail, say } from './say.ts';

/** 恢复: `npm run restore -- folder`, into an empty database; whoever was erased since the backup is erased again. */
const [given] = process.argv.slice(2);
if (!given) fail(sentence('请写明备份的文件夹：npm run restore -- var/backups/tongyou-…', 'name the folder of the backup: npm run restore -- var/backups/tongyou-…'));
const { BACKUP_KEY } = readConfig(process.env);

await withDatabase(async (urls) => {
  const list = await restoreBackup(urls, path.resolve(root, given), BACKUP_KEY, (done, all, what) => {
    if (done === all || done % 500 === 0) say(`${what === 'files' ? '附件' : '数据表'} ${done} / ${all}`, `${what} ${done} of ${all}`);
  });
  console.log(`✓ 已恢复 ${list.madeAt} 的备份，逐表逐个附件核对一致 · the backup of ${list.madeAt} is restored, every table and file compared`);
  await eraseAgain(urls.appUrl);
}).catch(fail);

/** 重放删除: the list lies outside the database, so it knows what the backup does not. */
async function eraseAgain(appUrl: string): Promise<void> {
  const { db, close } = openDb(appUrl, 2);
  try {
    const ids = await readErasures();
    const count = await replayErasures({ actor: system, db, now: new Date(), locale: 'zh-CN', requestId: 'restore' }, ids);
    console.log(`✓ 删除清单 ${ids.length} 项，重新删除 ${count} 名儿童；各处的内容在启动后几秒内删完 · ${ids.length} on the list of erasures, ${count} children erased again; what other rooms hold of them goes within seconds of the start`);
  } finally {
    await close();
  }
}
