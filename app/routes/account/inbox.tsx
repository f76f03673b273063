import { redirect } from 'react-router';
import { z } from 'zod';
import { InboxInput } from '#app/domain/base/inbox/input.ts';
import { markRead } from '#app/domain/base/inbox/mark-read.ts';
import { openMessage } from '#app/domain/base/inbox/open-message.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { inboxWords, messageSentence } from '#app/i18n/inbox.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import type { Route } from './+types/inbox.ts';
import { Trouble } from './form-parts.tsx';
import { signedIn } from './signed-in.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(() => listMessages(ctx, query(request, z.object(cursorInput))));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, InboxInput, async (input) => {
    if (input.deed === 'open') return redirect(await openMessage(ctx, input.id));
    await markRead(ctx, 'all');
    return redirect('/account/inbox');
  });
}

/** 消息 for those who never open the desk. */
export default function AccountInbox({ loaderData: page, actionData }: Route.ComponentProps) {
  const words = useWords(inboxWords);
  const locale = useLocale();
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <Trouble problem={actionData} />
      {page.rows.length === 0 ? (
        <Empty text={words.empty} />
      ) : (
        <>
          <DataTable
            caption={words.title}
            phone="cards"
            rows={page.rows}
            keyOf={(row) => row.id}
            columns={[
              { head: words.message, isName: true, cell: (row) => messageSentence(row, locale) },
              { head: words.when, cell: (row) => shortTime(row.createdAt, locale) },
              { head: words.state, cell: (row) => (row.readAt ? words.isRead : words.isNew) },
              {
                head: words.ops,
                cell: (row) => (
                  <form method="post">
                    <input type="hidden" name="deed" value="open" />
                    <input type="hidden" name="id" value={row.id} />
                    <Button kind="quiet" small>
                      {words.open}
                    </Button>
                  </form>
                ),
              },
            ]}
          />
          <form method="post">
            <input type="hidden" name="deed" value="all" />
            <Button kind="plain">{words.markAll}</Button>
          </form>
        </>
      )}
      <Pager
        {...(page.previous ? { prev: `?before=${page.previous}` } : {})}
        {...(page.next ? { next: `?after=${page.next}` } : {})}
        words={{ label: words.pages, prev: words.previous, next: words.next }}
      />
    </div>
  );
}
