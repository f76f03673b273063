import { data, redirect } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { makeCalendarLink, ownCalendarLink, revokeCalendarLink } from '#app/domain/base/interfaces/calendar-link.ts';
import { OwnDeed } from '#app/domain/base/interfaces/input.ts';
import { makeToken } from '#app/domain/base/interfaces/make-token.ts';
import { tokenVerbs } from '#app/domain/base/interfaces/model.ts';
import { revokeToken } from '#app/domain/base/interfaces/revoke-token.ts';
import { listOwnTokens } from '#app/domain/base/interfaces/tokens.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { Trouble } from './form-parts.tsx';
import { signedIn } from './signed-in.ts';
import { CalendarCard, NewTokenForm, OwnTokens } from './token-parts.tsx';
import type { Route } from './+types/tokens.ts';

type Made = { token?: string; calendar?: string };

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const codes = [...new Set(ctx.actor.grants.map((grant) => grant.regionCode))];
    const placeOf = await placeNames(ctx, codes);
    const link = await ownCalendarLink(ctx);
    return {
      news: new URL(request.url).searchParams.get('news') ?? '',
      verbs: tokenVerbs.filter((verb) => mayAnywhere(ctx.actor, verb)),
      places: codes.filter((code) => code !== '*').map((code) => ({ value: code, label: placeOf(code) })),
      tokens: (await listOwnTokens(ctx)).map((token) => ({ ...token, expiresAt: beijingTime(token.expiresAt), lastUsedAt: token.lastUsedAt && beijingTime(token.lastUsedAt) })),
      link: link && beijingTime(link),
      publicCalendar: `${originOf(request)}/feeds/calendar.ics`,
    };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, OwnDeed, async (input) => {
    if (input.deed === 'make') return data<Made>({ token: (await makeToken(ctx, input)).token });
    if (input.deed === 'calendar') return data<Made>({ calendar: `${originOf(request)}/account/calendar/${await makeCalendarLink(ctx)}.ics` });
    await (input.deed === 'revoke' ? revokeToken(ctx, input.id) : revokeCalendarLink(ctx));
    return redirect(`/account/tokens?news=${input.deed}`);
  });
}

/** 访问令牌与日历: one's own keys for programs. */
export default function TokensPage({ loaderData, actionData }: Route.ComponentProps) {
  const { token: words, calendar } = useWords(interfacesWords);
  const { back, where } = useWords(accountsWords);
  const made = actionData && ('token' in actionData || 'calendar' in actionData) ? (actionData as Made) : {};
  const problem = made.token || made.calendar ? undefined : (actionData as Problem | undefined);
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <Breadcrumb label={where} links={[{ href: '/account', label: back }]} here={words.title} />
      <PageHead title={words.title} lead={<>{words.lead} <a href="/api">{words.guide}</a></>} />
      {loaderData.news === 'revoke' && <Callout kind="ok">{words.revoked}</Callout>}
      {loaderData.news === 'calendar-off' && <Callout kind="ok">{calendar.revoked}</Callout>}
      {made.token && <Secret text={words.made} secret={made.token} />}
      {made.calendar && <Secret text={calendar.made} secret={made.calendar} />}
      <Trouble problem={problem} names={{ name: words.name, verbs: words.verbs, regionCode: words.region, days: words.days }} />
      <OwnTokens tokens={loaderData.tokens} />
      <div className="two">
        <NewTokenForm verbs={loaderData.verbs} places={loaderData.places} problem={problem} />
        <CalendarCard link={loaderData.link} publicCalendar={loaderData.publicCalendar} />
      </div>
    </div>
  );
}

function Secret({ text, secret }: { text: string; secret: string }) {
  return (
    <Callout kind="ok">
      {text}
      <p>
        <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
      </p>
    </Callout>
  );
}
