import path from 'node:path';
import { readConfig } from '#app/platform/config.ts';
import { makeBackup } from './backup/make.ts';
import { withDatabase } from './database.ts';
import { root } from './run.ts';
import { fail, say } from './say.ts';

/** 备份: `npm run backup [-- --to folder]`. */
const at = process.argv.indexOf('--to');
const into = path.resolve(root, at > 0 ? (process.argv[at + 1] ?? '') : 'var/backups');
const { BACKUP_KEY } = readConfig(process.env);

await withDatabase(async (urls) => {
  const { folder, list } = await makeBackup(urls, into, new Date(), BACKUP_KEY, (done, all, what) => {
    if (done % 500 === 0) say(`${what === 'files' ? '附件' : '数据表'} ${done} / ${all}`, `${what} ${done} of ${all}`);
  });
  const rows = list.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`✓ ${folder}：${list.tables.length} 张表 ${rows} 行，${list.files.length} 个附件 · ${list.tables.length} tables with ${rows} rows, ${list.files.length} files`);
  if (!list.isEncrypted) say('备份没有加密：设置 BACKUP_KEY 后会加密', 'the backup is not encrypted: it is when BACKUP_KEY is set');
  if (list.missing.length > 0) {
    console.error(`✗ ${list.missing.length} 个附件读不出来：${list.missing.slice(0, 5).join(' ')} · ${list.missing.length} files could not be read`);
    process.exitCode = 1;
  }
}).catch(fail);
