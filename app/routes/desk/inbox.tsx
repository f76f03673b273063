import { Button } from 'antd';
import { Form, redirect, redirectDocument } from 'react-router';
import { z } from 'zod';
import { InboxInput } from '#app/domain/base/inbox/input.ts';
import { markRead } from '#app/domain/base/inbox/mark-read.ts';
import { openMessage } from '#app/domain/base/inbox/open-message.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { inboxWords, messageSentence } from '#app/i18n/inbox.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { isDesk } from '#app/ui/is-desk.ts';
import type { Route } from './+types/inbox.ts';

const Asked = z.object({ ...cursorInput, unread: z.literal('yes').optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const { unread, ...cursor } = query(request, Asked);
  return show(async () => ({ isUnread: unread === 'yes', page: await listMessages(context.get(ctxKey), { ...cursor, unread: unread === 'yes' }) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, InboxInput, async (input) => {
    if (input.deed === 'all') {
      await markRead(ctx, 'all');
      return redirect('/desk/inbox');
    }
    const link = await openMessage(ctx, input.id);
    return isDesk(link) ? redirect(link) : redirectDocument(link);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 消息 at the desk. */
export default function DeskInbox({ loaderData: { page, isUnread }, actionData }: Route.ComponentProps) {
  const words = useWords(inboxWords);
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={page.rows.some((row) => !row.readAt) && <ConfirmButton label={words.markAll} question={words.markAllAsk} fields={{ deed: 'all' }} danger={false} />}
      />
      <ProblemAlert problem={actionData} />
      <KeysetTable
        page={page}
        tabs={[
          { label: words.all, to: '/desk/inbox', isHere: !isUnread },
          { label: words.unread, to: '/desk/inbox?unread=yes', isHere: isUnread },
        ]}
        empty={{ text: isUnread ? words.emptyUnread : words.empty }}
        rowClass={(row) => (row.readAt ? 'inbox-line' : 'inbox-line unread')}
        columns={[
          { name: 'message', title: words.message, place: 'main', show: (row) => messageSentence(row, locale) },
          { name: 'when', title: words.when, show: (row) => <span className="num">{beijingTime(row.createdAt)}</span> },
          { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={row.readAt ? 'rest' : 'now'}>{row.readAt ? words.isRead : words.isNew}</StatusTag> },
          {
            name: 'ops', title: words.ops, place: 'ops',
            show: (row) => (
              <Form method="post">
                <input type="hidden" name="deed" value="open" />
                <input type="hidden" name="id" value={row.id} />
                <Button size="small" htmlType="submit">
                  {words.open}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </>
  );
}
