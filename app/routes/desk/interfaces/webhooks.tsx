import { Button, Typography } from 'antd';
import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { WebhookInput } from '#app/domain/base/interfaces/input.ts';
import { makeWebhook } from '#app/domain/base/interfaces/make-webhook.ts';
import { eventKinds } from '#app/domain/base/interfaces/model.ts';
import { listWebhooks } from '#app/domain/base/interfaces/webhooks.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { TextField } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { PlaceField, TickBoxes, useTabs } from './parts.tsx';
import { WebhookState } from './webhook-state.tsx';
import type { Route } from './+types/webhooks.ts';

type Made = { secret: string };

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const page = await listWebhooks(ctx, query(request, z.object(cursorInput)));
    const rows = page.rows.map(({ id, name, url, region, events, pausedWhy, failingSince, createdAt }) => ({
      id, name, host: new URL(url).host, region, events: events.length, pausedWhy, isFailing: failingSince !== null, since: beijingTime(createdAt),
    }));
    return { page: { ...page, rows }, mayManage: mayAnywhere(ctx.actor, 'interface.manage') };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, WebhookInput, async (input) => data<Made>({ secret: (await makeWebhook(ctx, input)).secret }));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 推送: who hears of what. */
export default function WebhooksPage({ loaderData: { page, mayManage }, actionData }: Route.ComponentProps) {
  const { webhook: words } = useWords(interfacesWords);
  const { nation } = useWords(accountsWords);
  const locale = useLocale();
  const made = actionData && 'secret' in actionData ? (actionData as Made) : undefined;
  const problem = made ? undefined : (actionData as Problem | undefined);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={problem} names={{ name: words.name, url: words.url, events: words.events, regionCode: words.region }} />
      {made && (
        <Pane title={words.secret} note={words.secretText}>
          <Typography.Paragraph copyable>{made.secret}</Typography.Paragraph>
        </Pane>
      )}
      <KeysetTable
        page={page}
        tabs={useTabs('webhooks')}
        empty={{ text: words.empty }}
        columns={[
          { name: 'name', title: words.name, place: 'main', show: (row) => <Link to={`/desk/webhooks/${row.id}`}>{row.name}</Link> },
          { name: 'host', title: words.url, show: (row) => row.host },
          { name: 'region', title: words.region, show: (row) => row.region || nation },
          { name: 'events', title: words.events, show: (row) => row.events },
          { name: 'since', title: words.since, show: (row) => row.since },
          { name: 'state', title: words.state, place: 'state', show: (row) => <WebhookState pausedWhy={row.pausedWhy} isFailing={row.isFailing} /> },
        ]}
      />
      {mayManage && (
        <Pane title={words.make}>
          <Form method="post">
            <TextField name="name" label={words.name} maxLength={60} problem={problem} />
            <TextField name="url" label={words.url} hint={words.urlHint} maxLength={500} type="url" problem={problem} />
            <TickBoxes name="events" label={words.events} problem={problem} options={eventKinds.map((event) => ({ value: event, label: eventSentence(event, locale) }))} />
            <PlaceField label={words.region} hint={words.regionHint} problem={problem} />
            <Button type="primary" htmlType="submit">
              {words.make}
            </Button>
          </Form>
        </Pane>
      )}
    </>
  );
}
