import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listNotices, type NoticeContent } from '#app/domain/children/identity/notice.ts';
import { publishChildNotice } from '#app/domain/children/identity/publish-notice.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const file = join(import.meta.dirname, '..', 'data', 'child-notice.json');

/** 儿童个人信息处理规则: the first version, where there is none. */
export async function seedChildNotice(ctx: Ctx): Promise<void> {
  if ((await listNotices(ctx)).length > 0) return;
  await publishChildNotice(ctx, JSON.parse(readFileSync(file, 'utf8')) as NoticeContent);
}
