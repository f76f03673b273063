import { redirect } from 'react-router';
import { deviceOf } from '#app/domain/base/accounts/device.ts';
import { endOtherSessions, endSession } from '#app/domain/base/accounts/end-sessions.ts';
import { EndSession } from '#app/domain/base/accounts/input.ts';
import { listOwnSessions } from '#app/domain/base/accounts/own-account.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import type { Route } from './+types/sessions.ts';
import { Trouble } from './form-parts.tsx';
import { signedIn } from './signed-in.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => ({
    isEnded: new URL(request.url).searchParams.has('ended'),
    sessions: (await listOwnSessions(ctx)).map(({ device, since, lastSeen, ...session }) => ({
      ...session,
      ...deviceOf(device),
      since: shortTime(since, ctx.locale),
      lastSeen: shortTime(lastSeen, ctx.locale),
      isHere: session.id === ctx.actor.sessionId,
    })),
  }));
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, EndSession, async ({ session }) => {
    await (session === 'others' ? endOtherSessions(ctx) : endSession(ctx, session));
    return redirect('/account/sessions?ended');
  });
}

export default function SessionsPage({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { sessions: words, back, where } = useWords(accountsWords);
  const { sessions, isEnded } = loaderData;
  return (
    <div className="wrap body stacked">
      <PageTitle title={words.title} />
      <Breadcrumb label={where} links={[{ href: '/account', label: back }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {isEnded && <Callout kind="ok">{words.ended}</Callout>}
      <Trouble problem={problem} />
      <DataTable
        caption={words.title}
        rows={sessions}
        keyOf={(session) => session.id}
        columns={[
          {
            head: words.device,
            isName: true,
            cell: (session) => (
              <>
                {words.device2(session.browser, session.system)} {session.isHere && <Tag kind="ok">{words.here}</Tag>}
              </>
            ),
          },
          { head: words.address, cell: (session) => <span style={{ overflowWrap: 'anywhere' }}>{session.address || words.unknown}</span> },
          { head: words.since, cell: (session) => session.since },
          { head: words.lastSeen, cell: (session) => session.lastSeen },
          {
            head: words.doing,
            cell: (session) => (
              <form method="post">
                <input type="hidden" name="session" value={session.id} />
                <Button kind="stop" small>
                  {words.end}
                </Button>
              </form>
            ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <form method="post" className="field">
          <input type="hidden" name="session" value="others" />
          <Button kind="stop">{words.endOthers}</Button>
        </form>
      ) : (
        <p className="note">{words.onlyHere}</p>
      )}
    </div>
  );
}
