import { redirect } from 'react-router';
import { chooseColumns } from '#app/domain/base/views/choose-columns.ts';
import { ViewDeed } from '#app/domain/base/views/input.ts';
import { removeView } from '#app/domain/base/views/remove-view.ts';
import { saveView } from '#app/domain/base/views/save-view.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import type { Route } from './+types/views.ts';

export const loader = () => redirect('/desk');

/** 视图与列 of any list: what is set above it comes here and goes back to it. */
export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ViewDeed, async (input) => {
    const page = `/desk/${input.list}`;
    if (input.deed === 'save') {
      await saveView(ctx, input);
      return redirect(`${page}${input.search}`);
    }
    if (input.deed === 'remove') {
      await removeView(ctx, input.id);
      return redirect(`${page}?view=all`);
    }
    await chooseColumns(ctx, input.list, input.all.filter((name) => !input.shown.includes(name)));
    return redirect(`${page}${input.search}`);
  });
}
