import { redirect } from 'react-router';
import { z } from 'zod';
import { withdrawAsChild } from '#app/domain/children/identity/answer-consent.ts';
import { clearedChildCookie } from '#app/domain/children/identity/child-cookie.ts';
import { getMyself } from '#app/domain/children/identity/child-self.ts';
import { purposes } from '#app/domain/children/identity/model.ts';
import { noticesForChild } from '#app/domain/children/incidents/read.ts';
import { childMeWords } from '#app/i18n/child-me.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { redirectWith } from '#app/routes/account/signed-in.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/me.ts';

const Deed = z.discriminatedUnion('deed', [z.object({ deed: z.literal('withdraw'), purpose: z.enum(purposes) }), z.object({ deed: z.literal('leave') })]);

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  if (!ctx.child) throw redirect('/child/enter?to=%2Fchild%2Fme');
  return show(async () => {
    const { nickname, states, notice } = await getMyself(ctx);
    const text = notice.content[ctx.locale];
    const told = await noticesForChild(ctx);
    return {
      nickname, told, rules: text.child, isTakenBack: new URL(request.url).searchParams.get('news') === 'withdrawn',
      states: states.map(({ purpose, decision }) => ({ purpose, isGiven: decision === 'given', name: text.purposes[purpose].child })),
    };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'leave') return redirectWith('/child', [clearedChildCookie()]);
    await withdrawAsChild(ctx, input.purpose);
    return redirect(input.purpose === 'registration' ? '/child' : '/child/me?news=withdrawn');
  });
}

/** 我: what is kept of a child, in the child's words, and how to take it back. */
export default function MePage({ loaderData: { nickname, told, rules, states, isTakenBack } }: Route.ComponentProps) {
  const words = useChildWords(childMeWords);
  const kit = useWords(childKitWords);
  return (
    <ChildPage title={words.meTitle} lead={nickname ? words.hello(nickname) : words.byCode}>
      {isTakenBack ? <p role="status"><Say>{words.tookBack}</Say></p> : null}
      {told.map(({ id, lines }) => (
        <ChildCard key={id} title={words.careful}>
          <ul>{lines.map((line) => <li key={line}><Say>{line}</Say></li>)}</ul>
          <p><Say>{words.askGrownUp}</Say></p>
        </ChildCard>
      ))}
      {nickname ? (
        <ChildCard title={words.agreed}>
          {states.map(({ purpose, isGiven, name }) => (
            <form key={purpose} method="post" className="said">
              <input type="hidden" name="deed" value="withdraw" />
              <input type="hidden" name="purpose" value={purpose} />
              <p><Say>{name}</Say></p>
              <p><Say>{isGiven ? words.yes : words.no}</Say></p>
              {isGiven ? <button className="btn quiet"><Say>{words.takeBack}</Say></button> : null}
            </form>
          ))}
          {states.length === 0 ? <p><Say>{words.nothing}</Say></p> : null}
          <p><Say>{words.rest}</Say></p>
          <ForGrownUps word={kit.grownUp}>{words.adult}</ForGrownUps>
        </ChildCard>
      ) : null}
      <ChildCard title={words.keeps}>
        <ul>{rules.map((line) => <li key={line}><Say>{line}</Say></li>)}</ul>
        <p><a href="/privacy/children#for-children"><Say>{words.rules}</Say></a></p>
      </ChildCard>
      <ChildCard title={words.leaveTitle}>
        <form method="post">
          <input type="hidden" name="deed" value="leave" />
          <button className="btn"><Say>{words.leave}</Say></button>
        </form>
      </ChildCard>
    </ChildPage>
  );
}
