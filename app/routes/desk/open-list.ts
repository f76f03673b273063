import { redirect } from 'react-router';
import { hiddenIn, type Opened, type ViewedList } from '#app/domain/base/views/model.ts';
import { ownList } from '#app/domain/base/views/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 打开名单: with the person's views and columns; opened without a filter it goes on to their default view. */
export async function openList(ctx: Ctx, list: ViewedList, request: Request): Promise<Opened> {
  const { pathname, search } = new URL(request.url);
  const { views, hidden } = await ownList(ctx, list);
  const preset = views.find((view) => view.isDefault);
  if (search === '' && preset) throw redirect(pathname + preset.search);
  return { list, views, hidden: hiddenIn(search) ?? hidden };
}
