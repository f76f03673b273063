import { Button, Typography } from 'antd';
import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { WebhookDeed } from '#app/domain/base/interfaces/input.ts';
import { endWebhook, pauseWebhook, replayDelivery, resumeWebhook, rotateSecret } from '#app/domain/base/interfaces/keep-webhook.ts';
import type { DeliveryState } from '#app/domain/base/interfaces/model.ts';
import { getWebhook, listDeliveries } from '#app/domain/base/interfaces/webhooks.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { WebhookState } from './webhook-state.tsx';
import type { Route } from './+types/webhook.ts';

type Made = { secret: string };

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { createdAt, failingSince, pausedAt: _, formerUntil, ...webhook } = await getWebhook(ctx, params.id);
    const page = await listDeliveries(ctx, params.id, query(request, z.object(cursorInput)));
    return {
      webhook: {
        ...webhook, createdAt: beijingTime(createdAt), failingSince: failingSince && beijingTime(failingSince),
        formerUntil: formerUntil && formerUntil > ctx.now ? beijingTime(formerUntil) : null,
      },
      page: { ...page, rows: page.rows.map(({ body: _body, lastAt: _at, ...row }) => ({ ...row, createdAt: beijingTime(row.createdAt), nextAt: beijingTime(row.nextAt) })) },
      mayManage: mayAnywhere(ctx.actor, 'interface.manage'),
    };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, WebhookDeed, async (input) => {
    if (input.deed === 'rotate') return data<Made>(await rotateSecret(ctx, params.id));
    if (input.deed === 'replay') await replayDelivery(ctx, params.id, input.id);
    if (input.deed === 'pause') await pauseWebhook(ctx, params.id);
    if (input.deed === 'resume') await resumeWebhook(ctx, params.id);
    if (input.deed === 'end') await endWebhook(ctx, params.id);
    return redirect(input.deed === 'end' ? '/desk/webhooks' : `/desk/webhooks/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const tones: Record<DeliveryState, Tone> = { waiting: 'info', done: 'good', 'given-up': 'bad' };

/** 一个推送: what it sends where, and how each delivery went. */
export default function WebhookPage({ loaderData: { webhook, page, mayManage }, actionData }: Route.ComponentProps) {
  const { webhook: words, token } = useWords(interfacesWords);
  const { nation } = useWords(accountsWords);
  const locale = useLocale();
  const made = actionData && 'secret' in actionData ? (actionData as Made) : undefined;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/webhooks' }, { label: webhook.name }]}
        title={webhook.name}
        beside={<WebhookState pausedWhy={webhook.pausedWhy} isFailing={webhook.failingSince !== null} />}
        actions={mayManage && <Deeds isPaused={webhook.pausedWhy !== null} />}
      />
      <ProblemAlert problem={made ? undefined : (actionData as Problem | undefined)} />
      {made && (
        <Pane title={words.secret} note={words.secretText}>
          <Typography.Paragraph copyable>{made.secret}</Typography.Paragraph>
        </Pane>
      )}
      <Pane>
        <Facts
          items={[
            { name: words.url, value: webhook.url },
            { name: words.events, value: webhook.events.map((event) => eventSentence(event, locale)).join('、') },
            { name: words.region, value: webhook.region || nation },
            { name: words.by, value: webhook.by },
            { name: words.since, value: webhook.createdAt },
            ...(webhook.failingSince ? [{ name: words.failingSince, value: webhook.failingSince }] : []),
            ...(webhook.formerUntil ? [{ name: words.formerUntil, value: webhook.formerUntil }] : []),
          ]}
        />
      </Pane>
      <h2>{words.log}</h2>
      <KeysetTable
        page={page}
        empty={{ text: words.logEmpty }}
        columns={[
          { name: 'event', title: words.event, place: 'main', show: (row) => eventSentence(row.event, locale) },
          { name: 'when', title: words.when, show: (row) => row.createdAt },
          { name: 'tries', title: words.tries, show: (row) => row.tries },
          { name: 'answer', title: words.answer, place: 'wide', show: (row) => (row.tries === 0 ? '' : [row.lastStatus ?? words.noAnswer, row.lastAnswer.slice(0, 120)].filter(Boolean).join(' · ')) },
          { name: 'state', title: words.state, place: 'state', show: (row) => <><StatusTag tone={tones[row.state]}>{words.deliveryStates[row.state]}</StatusTag>{row.state === 'waiting' && row.tries > 0 && <small> {words.next(row.nextAt)}</small>}</> },
          { name: 'ops', title: token.doing, place: 'ops', show: (row) => mayManage && row.state !== 'waiting' && <ConfirmButton label={words.replay} question={words.replayAsk} fields={{ deed: 'replay', id: row.id }} type="link" size="small" danger={false} /> },
        ]}
      />
    </>
  );
}

function Deeds({ isPaused }: { isPaused: boolean }) {
  const { webhook: words } = useWords(interfacesWords);
  return (
    <>
      <ConfirmButton label={words.rotate} question={words.rotateAsk} fields={{ deed: 'rotate' }} danger={false} />
      {isPaused ? (
        <Form method="post">
          <input type="hidden" name="deed" value="resume" />
          <Button type="primary" htmlType="submit">
            {words.resume}
          </Button>
        </Form>
      ) : (
        <ConfirmButton label={words.pause} question={words.pauseAsk} fields={{ deed: 'pause' }} danger={false} />
      )}
      <ConfirmButton label={words.end} question={words.endAsk} fields={{ deed: 'end' }} />
    </>
  );
}
