import { Typography } from 'antd';
import { data, Link, redirect } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { SystemDeed } from '#app/domain/base/interfaces/input.ts';
import { makeSystemToken } from '#app/domain/base/interfaces/make-token.ts';
import { getSystem } from '#app/domain/base/interfaces/register-system.ts';
import { revokeToken } from '#app/domain/base/interfaces/revoke-token.ts';
import { listTokensOf } from '#app/domain/base/interfaces/tokens.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { SystemTokenForm } from './parts.tsx';
import { asRow, useTokenColumns } from './token-columns.tsx';
import type { Route } from './+types/system.ts';

type Made = { token: string };

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { registeredAt, disabledAt, ...system } = await getSystem(ctx, params.id);
    return {
      system: { ...system, registeredAt: beijingTime(registeredAt), isDisabled: disabledAt !== null },
      tokens: (await listTokensOf(ctx, params.id)).map(asRow),
      mayManage: mayAnywhere(ctx.actor, 'interface.manage'),
    };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SystemDeed, async (input) => {
    if (input.deed === 'make') return data<Made>({ token: (await makeSystemToken(ctx, params.id, input)).token });
    await revokeToken(ctx, input.id);
    return redirect(`/desk/systems/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一个系统: what it is for, what it may do, its tokens. */
export default function SystemPage({ loaderData: { system, tokens, mayManage }, actionData }: Route.ComponentProps) {
  const { system: words, token } = useWords(interfacesWords);
  const { roles, nation } = useWords(accountsWords);
  const made = actionData && 'token' in actionData ? (actionData as Made) : undefined;
  const problem = made ? undefined : (actionData as Problem | undefined);
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/systems' }, { label: system.name }]}
        title={system.name}
        beside={<StatusTag tone={system.isDisabled ? 'bad' : 'good'}>{system.isDisabled ? words.disabled : words.active}</StatusTag>}
      />
      <ProblemAlert problem={problem} names={{ name: token.name, verbs: token.verbs, regionCode: token.region, days: token.days, perMinute: token.perMinute }} />
      {made && (
        <Pane title={token.made}>
          <Typography.Paragraph copyable>{made.token}</Typography.Paragraph>
        </Pane>
      )}
      <Pane title={words.facts} actions={<Link to={`/desk/accounts/${system.id}`}>{words.account}</Link>}>
        <Facts
          items={[
            { name: words.purpose, value: system.purpose },
            { name: words.contact, value: system.contact },
            { name: words.region, value: system.region || nation },
            { name: words.registered, value: system.registeredAt },
            { name: words.roles, value: system.grants.length === 0 ? words.noRoles : system.grants.map((grant) => `${roles[grant.role]} · ${grant.region || nation}`).join('；') },
          ]}
        />
      </Pane>
      <KeysetTable page={{ rows: tokens }} empty={{ text: token.empty }} columns={useTokenColumns(mayManage, false)} />
      {mayManage && !system.isDisabled && (
        <Pane title={words.newToken}>
          <SystemTokenForm problem={problem} />
        </Pane>
      )}
    </>
  );
}
