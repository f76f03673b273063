import { Typography } from 'antd';
import { data, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { deviceOf } from '#app/domain/base/accounts/device.ts';
import { disableAccount } from '#app/domain/base/accounts/disable-account.ts';
import { enableAccount } from '#app/domain/base/accounts/enable-account.ts';
import { endSessionsOf } from '#app/domain/base/accounts/end-sessions.ts';
import { grantRole } from '#app/domain/base/accounts/grant-role.ts';
import { AccountStep } from '#app/domain/base/accounts/input.ts';
import { roles } from '#app/domain/base/accounts/model.ts';
import { getAccount } from '#app/domain/base/accounts/read.ts';
import { resetPassword } from '#app/domain/base/accounts/reset-password.ts';
import { resetSecondFactor } from '#app/domain/base/accounts/reset-second-factor.ts';
import { revokeRole } from '#app/domain/base/accounts/revoke-role.ts';
import { findOrganisationsForGrant, type Offered } from '#app/domain/base/organisations/find-for-grant.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { config } from '#app/platform/config.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Timeline } from '#app/ui/desk/timeline.tsx';
import type { Route } from './+types/account.ts';
import { AccountActions, Grants } from './account-parts.tsx';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const account = await getAccount(ctx, params.id);
    const mayHere = (verb: Parameters<typeof may>[1]) =>
      !account.isOwn && ctx.actor.grants.some(({ regionCode }) => may(ctx.actor, verb, { regionCode }));
    return {
      account: {
        ...account,
        createdAt: shortTime(account.createdAt, ctx.locale),
        lockedUntil: account.lockedUntil && shortTime(account.lockedUntil, ctx.locale),
        grants: account.grants.map((grant) => ({ ...grant, grantedAt: shortTime(grant.grantedAt, ctx.locale) })),
        sessions: account.sessions.map(({ id, address, device, since, lastSeen }) => ({
          id, address, ...deviceOf(device), since: shortTime(since, ctx.locale), lastSeen: shortTime(lastSeen, ctx.locale),
        })),
        history: account.history.map(({ id, at, event, actorId, actorName, facts }) => ({
          id,
          at: shortTime(at, ctx.locale),
          event,
          actorName: actorId === 'system' ? recordsWords[ctx.locale].system : actorName,
          reason: typeof facts.reason === 'string' ? facts.reason : '',
          role: roles.find((role) => role === facts.role),
        })),
      },
      may: { disable: mayHere('account.disable'), reset: mayHere('account.reset'), grant: mayHere('role.grant'), revoke: mayHere('role.revoke') },
    };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { origin } = new URL(request.url);
  return answer(ctx, request, AccountStep, async (input, given) => {
    if (input.step === 'find') return data<Found>({ given, offered: await findOrganisationsForGrant(ctx, input.organisation) });
    if (input.step === 'password') {
      const { token } = await resetPassword(ctx, params.id, input.reason);
      return data<Made>({ link: new URL(`/account/reset/${token}`, config().PUBLIC_URL ?? origin).href });
    }
    await take(ctx, params.id, input);
    return redirect(`/desk/accounts/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

type Made = { link: string };
type Found = Problem & { offered: Offered[] };
type Step = Exclude<ReturnType<typeof AccountStep.parse>, { step: 'password' | 'find' }>;

function take(ctx: Ctx, id: string, input: Step): Promise<void> {
  switch (input.step) {
    case 'grant':
      return grantRole(ctx, id, input);
    case 'revoke':
      return revokeRole(ctx, id, input.grant);
    case 'disable':
      return disableAccount(ctx, id, input.reason);
    case 'reset':
      return resetSecondFactor(ctx, id, input.reason);
    case 'enable':
      return enableAccount(ctx, id);
    case 'end':
      return endSessionsOf(ctx, id);
  }
}

export default function AccountPage({ loaderData: { account, may: mine }, actionData }: Route.ComponentProps) {
  const { one: words, accounts, sessions, events, nation, roles: roleWords } = useWords(accountsWords);
  const locale = useLocale();
  const made = actionData && 'link' in actionData ? (actionData as Made) : undefined;
  const problem = made ? undefined : (actionData as Problem | undefined);
  const offered = actionData && 'offered' in actionData ? (actionData as Found).offered : undefined;
  const state = account.isDisabled ? accounts.disabled : account.lockedUntil ? accounts.locked : accounts.active;
  return (
    <>
      <PageHead
        crumbs={[{ label: accounts.title, to: '/desk/accounts' }, { label: account.name }]}
        title={account.name}
        beside={<StatusTag tone={account.isDisabled || account.lockedUntil ? 'bad' : 'good'}>{state}</StatusTag>}
        actions={<AccountActions account={account} may={mine} />}
        {...(account.isOwn ? { lead: words.own } : {})}
      />
      <ProblemAlert problem={problem} names={{ role: accounts.role, regionCode: words.region, organisation: words.organisation, reason: words.reason }} />
      {made && (
        <Pane title={words.passwordLink} note={words.passwordLinkText}>
          <Typography.Paragraph copyable>{made.link}</Typography.Paragraph>
        </Pane>
      )}
      <Pane title={words.facts}>
        <Facts
          items={[
            { name: accounts.username, value: account.username },
            { name: words.contact, value: [account.email, account.phoneNumber].filter(Boolean).join(' · ') || '—' },
            { name: words.homeRegion, value: account.region || nation },
            { name: accounts.factor, value: account.hasSecondFactor ? accounts.on : accounts.off },
            { name: accounts.created, value: account.createdAt },
          ]}
        />
      </Pane>
      <Grants grants={account.grants} mayGrant={mine.grant} mayRevoke={mine.revoke} problem={problem} offered={offered} />
      <Pane title={words.sessions}>
        {account.sessions.length === 0 ? (
          <p>{words.noSessions}</p>
        ) : (
          <Timeline
            label={words.sessions}
            moments={account.sessions.map((session) => ({
              id: session.id,
              when: session.lastSeen,
              text: sessions.device2(session.browser, session.system),
              small: `${sessions.since} ${session.since} · ${session.address || sessions.unknown}`,
            }))}
          />
        )}
      </Pane>
      <Pane title={words.history}>
        <Timeline
          label={words.history}
          moments={account.history.map(({ id, at, event, actorName, reason, role }) => ({
            id,
            when: at,
            who: actorName,
            text: events[event] ?? eventSentence(event, locale),
            small: role ? roleWords[role] : reason,
          }))}
        />
      </Pane>
    </>
  );
}
