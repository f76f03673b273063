import { Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { AccountFilter } from '#app/domain/base/accounts/input.ts';
import { roles } from '#app/domain/base/accounts/model.ts';
import { listAccounts } from '#app/domain/base/accounts/read.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/accounts.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const filter = AccountFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return show(async () => {
    const page = await listAccounts(ctx, filter);
    return {
      filter,
      page: { ...page, rows: page.rows.map((row) => ({ ...row, createdAt: beijingTime(row.createdAt) })) },
      path: filter.region ? await regionPath(ctx, filter.region) : [],
      mayInvite: mayAnywhere(ctx.actor, 'account.invite'),
    };
  });
}

export default function AccountsPage({ loaderData: { filter, page, path, mayInvite } }: Route.ComponentProps) {
  const { accounts: words, roles: roleWords, nation } = useWords(accountsWords);
  const invitations = (
    <ButtonLink to="/desk/invitations" type={mayInvite ? 'primary' : 'default'}>
      {mayInvite ? words.invite : words.invitations}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<><ExportButton list="accounts" />{invitations}</>} />
      <KeysetTable
        page={page}
        empty={{ text: words.empty, action: invitations }}
        filters={
          <>
            <SearchBox value={filter.q} label={words.search} placeholder={words.search} />
            <RegionFilter path={path} />
            <PickBox name="role" label={words.role} value={filter.role} options={roles.map((role) => ({ value: role, label: roleWords[role] }))} />
            <PickBox
              name="state"
              label={words.state}
              value={filter.state}
              options={[{ value: 'active', label: words.active }, { value: 'disabled', label: words.disabled }]}
            />
          </>
        }
        columns={[
          { name: 'name', title: words.name, place: 'main', show: (row) => <Link to={`/desk/accounts/${row.id}`}>{row.name}</Link> },
          { name: 'username', title: words.username, show: (row) => row.username },
          {
            name: 'roles',
            title: words.rolesHeld,
            place: 'wide',
            show: (row) => row.held.map((grant) => <div key={grant.id}>{`${roleWords[grant.role]} · ${grant.region || nation}`}</div>),
          },
          { name: 'factor', title: words.factor, show: (row) => (row.hasSecondFactor ? words.on : words.off) },
          { name: 'created', title: words.created, show: (row) => row.createdAt },
          {
            name: 'state',
            title: words.state,
            place: 'state',
            show: (row) => <StatusTag tone={row.isDisabled ? 'bad' : 'good'}>{row.isDisabled ? words.disabled : words.active}</StatusTag>,
          },
        ]}
      />
    </>
  );
}
