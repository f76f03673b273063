import { log } from '#app/platform/log.ts';
import { Refusal } from '#app/platform/refusal.ts';

const unwritable = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'];

/** 磁盘写不进: what a disk that takes nothing says, as the refusal that people are told; every other error stays what it is. */
export function asDiskRefusal(error: unknown): unknown {
  if (!unwritable.includes((error as NodeJS.ErrnoException).code ?? '')) return error;
  log().error({ err: error }, 'the disk of the files takes nothing');
  return new Refusal('file-disk-refuses', 507);
}
