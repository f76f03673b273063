import path from 'node:path';
import { sentence } from '#app/db/embedded-place.ts';
import { readConfig } from '#app/platform/config.ts';
import { restoreBackup } from './backup/restore.ts';
import { withDatabase } from './database.ts';
import { root } from './run.ts';
import { fail, say } from './say.ts';

/** 恢复: `npm run restore -- folder`, into an empty database. */
const [given] = process.argv.slice(2);
if (!given) fail(sentence('请写明备份的文件夹：npm run restore -- var/backups/tongyou-…', 'name the folder of the backup: npm run restore -- var/backups/tongyou-…'));
const { BACKUP_KEY } = readConfig(process.env);

await withDatabase(async (urls) => {
  const list = await restoreBackup(urls, path.resolve(root, given), BACKUP_KEY, (done, all, what) => {
    if (done === all || done % 500 === 0) say(`${what === 'files' ? '附件' : '数据表'} ${done} / ${all}`, `${what} ${done} of ${all}`);
  });
  console.log(`✓ 已恢复 ${list.madeAt} 的备份，逐表逐个附件核对一致 · the backup of ${list.madeAt} is restored, every table and file compared`);
}).catch(fail);
