import { Button, Typography } from 'antd';
import { data, Form, redirect } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { confirmInvitation } from '#app/domain/base/accounts/confirm-invitation.ts';
import { InvitationFilter, InvitationStep } from '#app/domain/base/accounts/input.ts';
import { listInvitations } from '#app/domain/base/accounts/invitations.ts';
import { invite } from '#app/domain/base/accounts/invite.ts';
import { type InvitationState, roles } from '#app/domain/base/accounts/model.ts';
import { revokeInvitation } from '#app/domain/base/accounts/revoke-invitation.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { findOrganisationsForGrant, type Offered } from '#app/domain/base/organisations/find-for-grant.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { TextField } from '#app/ui/desk/field.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/invitations.ts';
import { RoleFields } from './account-parts.tsx';

type Made = { link: string };
type Found = Problem & { offered: Offered[] };

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const filter = InvitationFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return show(async () => {
    const page = await listInvitations(ctx, filter);
    const rows = page.rows.map((row) => ({ ...row, createdAt: beijingTime(row.createdAt), expiresAt: beijingTime(row.expiresAt) }));
    return {
      filter,
      page: { ...page, rows },
      path: filter.region ? await regionPath(ctx, filter.region) : [],
      mayInvite: mayAnywhere(ctx.actor, 'account.invite'),
      mayConfirm: mayAnywhere(ctx.actor, 'role.grant'),
    };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { origin, search } = new URL(request.url);
  return answer(ctx, request, InvitationStep, async (input, given) => {
    if (input.step === 'find') return data<Found>({ given, offered: await findOrganisationsForGrant(ctx, input.organisation) });
    if (input.step === 'invite') {
      const { token } = await invite(ctx, input);
      return data<Made>({ link: new URL(`/account/invitation/${token}`, config().PUBLIC_URL ?? origin).href });
    }
    await (input.step === 'confirm' ? confirmInvitation(ctx, input.id) : revokeInvitation(ctx, input.id));
    return redirect(`/desk/invitations${search}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const tones: Record<InvitationState, Tone> = { unconfirmed: 'now', sent: 'info', accepted: 'now', effective: 'good', revoked: 'rest', expired: 'rest' };

export default function InvitationsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { invitations: words, accounts, one, roles: roleWords, states, nation } = useWords(accountsWords);
  const { filter, page, path, mayInvite, mayConfirm } = loaderData;
  const made = actionData && 'link' in actionData ? (actionData as Made) : undefined;
  const problem = made ? undefined : (actionData as Problem | undefined);
  const offered = actionData && 'offered' in actionData ? (actionData as Found).offered : undefined;
  const isFiltered = Boolean(filter.role || filter.region || filter.state);
  return (
    <>
      <PageHead crumbs={[{ label: accounts.title, to: '/desk/accounts' }, { label: words.title }]} title={words.title} lead={words.lead} actions={<ExportButton list="invitations" />} />
      <ProblemAlert problem={problem} names={{ name: words.name, contact: words.contact, role: words.role, regionCode: words.region, organisation: one.organisation }} />
      {made && (
        <Pane title={words.link} note={words.linkText}>
          <Typography.Paragraph copyable>{made.link}</Typography.Paragraph>
        </Pane>
      )}
      {mayInvite && <NewInvitation key={made?.link ?? ''} problem={problem} offered={offered} />}
      <KeysetTable
        page={page}
        empty={{ text: isFiltered ? words.emptyFilter : words.empty }}
        tabs={[
          { label: words.all, to: '/desk/invitations', isHere: filter.state === undefined },
          { label: words.waiting, to: '/desk/invitations?state=waiting', isHere: filter.state === 'waiting' },
        ]}
        filters={
          <>
            {filter.state && <input type="hidden" name="state" value={filter.state} />}
            <RegionFilter path={path} />
            <PickBox name="role" label={words.role} value={filter.role} options={roles.map((role) => ({ value: role, label: roleWords[role] }))} />
          </>
        }
        columns={[
          { name: 'name', title: words.name, place: 'main', show: (row) => row.name },
          { name: 'contact', title: words.contact, show: (row) => row.contact },
          { name: 'role', title: words.role, show: (row) => `${roleWords[row.role]} · ${row.region || nation}` },
          { name: 'by', title: words.by, show: (row) => row.by },
          { name: 'until', title: words.until, show: (row) => row.expiresAt },
          { name: 'state', title: words.state, place: 'state', show: (row) => <StatusTag tone={tones[row.state]}>{states[row.state]}</StatusTag> },
          {
            name: 'ops',
            title: words.doing,
            place: 'ops',
            show: (row) => (
              <>
                {mayConfirm && (row.state === 'unconfirmed' || row.state === 'accepted') && (
                  <ConfirmButton label={words.confirm} question={words.confirmAsk(row.name, `${roleWords[row.role]} · ${row.region || nation}`)} fields={{ step: 'confirm', id: row.id }} danger={false} type="link" size="small" />
                )}
                {mayInvite && row.state !== 'revoked' && row.state !== 'effective' && (
                  <ConfirmButton label={words.revoke} question={words.revokeAsk(row.name)} fields={{ step: 'revoke', id: row.id }} type="link" size="small" />
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function NewInvitation({ problem, offered }: { problem: Problem | undefined; offered: readonly Offered[] | undefined }) {
  const { invitations: words } = useWords(accountsWords);
  return (
    <Pane title={words.new}>
      <Form method="post">
        <input type="hidden" name="step" value="invite" />
        <TextField name="name" label={words.name} maxLength={60} problem={problem} />
        <TextField name="contact" label={words.contact} hint={words.contactHelp} maxLength={120} problem={problem} />
        <RoleFields problem={problem} offered={offered} />
        <Button type="primary" htmlType="submit">
          {words.submit}
        </Button>
      </Form>
    </Pane>
  );
}
