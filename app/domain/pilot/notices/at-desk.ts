import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { getNotice, listNotices, type NoticeFilter } from './read.ts';
import { callsWaiting } from './waiting.ts';

/** 公示管理: for those who edit notices; drafts only of their own regions (read.ts). */
export async function noticesAtDesk(ctx: Ctx, filter: NoticeFilter) {
  allowAnywhere(ctx, 'notice.edit');
  return { page: await listNotices(ctx, filter), waiting: await callsWaiting(ctx) };
}

/** 一份公示, with what the office may do about it. */
export async function noticeAtDesk(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'notice.edit');
  return getNotice(ctx, id);
}
