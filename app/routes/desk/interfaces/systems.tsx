import { Button } from 'antd';
import { Form, Link, redirect } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { SystemInput } from '#app/domain/base/interfaces/input.ts';
import { listSystems, registerSystem } from '#app/domain/base/interfaces/register-system.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { z } from 'zod';
import { PlaceField, useTabs } from './parts.tsx';
import type { Route } from './+types/systems.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const page = await listSystems(ctx, query(request, z.object(cursorInput)));
    const rows = page.rows.map(({ registeredAt, disabledAt, ...row }) => ({ ...row, registeredAt: beijingTime(registeredAt), isDisabled: disabledAt !== null }));
    return { page: { ...page, rows }, mayManage: mayAnywhere(ctx.actor, 'interface.manage') };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SystemInput, async (input) => redirect(`/desk/systems/${await registerSystem(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 系统: machines of other offices that may ask with a token. */
export default function SystemsPage({ loaderData: { page, mayManage }, actionData }: Route.ComponentProps) {
  const { system: words } = useWords(interfacesWords);
  const { nation } = useWords(accountsWords);
  const problem = actionData as Problem | undefined;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={problem} names={{ name: words.name, purpose: words.purpose, contact: words.contact, regionCode: words.region }} />
      <KeysetTable
        page={page}
        tabs={useTabs('systems')}
        empty={{ text: words.empty }}
        columns={[
          { name: 'name', title: words.name, place: 'main', show: (row) => <Link to={`/desk/systems/${row.id}`}>{row.name}</Link> },
          { name: 'purpose', title: words.purpose, place: 'wide', show: (row) => row.purpose },
          { name: 'region', title: words.region, show: (row) => row.region || nation },
          { name: 'registered', title: words.registered, show: (row) => row.registeredAt },
          { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={row.isDisabled ? 'bad' : 'good'}>{row.isDisabled ? words.disabled : words.active}</StatusTag> },
        ]}
      />
      {mayManage && (
        <Pane title={words.register}>
          <Form method="post">
            <TextField name="name" label={words.name} maxLength={60} problem={problem} />
            <LongField name="purpose" label={words.purpose} hint={words.purposeHint} maxLength={500} problem={problem} />
            <TextField name="contact" label={words.contact} maxLength={120} problem={problem} />
            <PlaceField label={words.region} hint={words.regionHint} problem={problem} />
            <Button type="primary" htmlType="submit">
              {words.register}
            </Button>
          </Form>
        </Pane>
      )}
    </>
  );
}
