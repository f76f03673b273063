import { redirect } from 'react-router';
import { councilForChild } from '#app/domain/children/councils/child-read.ts';
import { IdInput, MotionInput, VoiceInput } from '#app/domain/children/councils/input.ts';
import { putMotion, secondMotion, withdrawMotion } from '#app/domain/children/councils/put-motion.ts';
import { voteByPhone } from '#app/domain/children/councils/vote-on-motion.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import { childAct, childDeed } from './act.ts';
import { MotionCard } from './motion-card.tsx';
import { WhatIsWrong } from './what-is-wrong.tsx';
import type { Route } from './+types/council.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => ({ ...(await councilForChild(context.get(ctxKey), params.id)), thanks: new URL(request.url).searchParams.has('thanks') }));
}

export function action({ params: { id: councilId }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = (at: string) => redirect(`/child/council/${councilId}${at}`);
  return childAct(ctx, request, {
    put: childDeed(MotionInput, async (input) => {
      await putMotion(ctx, councilId, input);
      return back('?thanks=1#put');
    }),
    second: childDeed(IdInput, async ({ id }) => {
      await secondMotion(ctx, id);
      return back(`#motion-${id}`);
    }),
    withdraw: childDeed(IdInput, async ({ id }) => {
      await withdrawMotion(ctx, id);
      return back('#motions');
    }),
    vote: childDeed(VoiceInput.extend(IdInput.shape), async ({ id, voice }) => {
      await voteByPhone(ctx, id, voice);
      return back(`#motion-${id}`);
    }),
  });
}

/** 我的议事会: when it meets, what is wanted, and for members: put, second, vote. */
export default function ChildCouncilPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  const locale = useLocale();
  const { council, me, hasAccount, sessions, motions, charter, thanks } = loaderData;
  const given = actionData?.given?.go === 'put' ? actionData.given : {};
  return (
    <ChildPage title={council.name} lead={me ? words.mine : words.lead}>
      <WhatIsWrong problem={actionData} />
      <ChildCard title={words.sessions}>
        {sessions.length === 0 ? <p><Say>{words.noNext}</Say></p> : (
          <ul className="plainlist">
            {sessions.map((session) => (
              <li key={session.id}>
                <a href={`/child/council/sessions/${session.id}`}><Say>{`${words.session(session.number)} ${session.state === 'held' ? (session.hasMinutes ? words.readMinutes : words.minutesWait) : words.when(shortTime(session.startsAt, locale))}`}</Say></a>
              </li>
            ))}
          </ul>
        )}
      </ChildCard>
      <h2 className="apart" id="motions"><Say>{words.motions}</Say></h2>
      {motions.length === 0 ? <p><Say>{words.noMotions}</Say></p> : motions.map((motion) => <MotionCard key={motion.id} motion={motion} isMember={me !== null} hasAccount={hasAccount} />)}
      {me ? (
        <ChildCard title={words.put} id="put">
          {thanks ? <p><b><Say>{words.putThanks}</Say></b></p> : null}
          <form method="post">
            <ChildBox id="title" label={words.putTitle} rows={1} maxLength={40} isRequired defaultValue={typeof given.title === 'string' ? given.title : ''} />
            <ChildBox id="text" label={words.putText} maxLength={500} isRequired defaultValue={typeof given.text === 'string' ? given.text : ''} />
            <p className="row"><button className="btn" name="go" value="put"><Say>{words.putGo}</Say></button></p>
          </form>
        </ChildCard>
      ) : null}
      {charter.childRules.length > 0 ? <ChildCard title={words.rules}><ul>{charter.childRules.map((line) => <li key={line}><Say>{line}</Say></li>)}</ul></ChildCard> : null}
    </ChildPage>
  );
}
