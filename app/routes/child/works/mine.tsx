import { redirect } from 'react-router';
import { z } from 'zod';
import { openWork, takeBackWork } from '#app/domain/children/solicitations/for-child.ts';
import { childWorksWords } from '#app/i18n/child-works.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/mine.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const { number, title, seen, prize } = await openWork(context.get(ctxKey), params.token);
    return { number, title, seen, prize };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({}), async () => {
    await takeBackWork(ctx, params.token);
    return redirect('/child/works?back');
  });
}

/** 我的一件作品: how far it is, and taking it back. */
export default function OwnWork({ loaderData: { number, title, seen, prize }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childWorksWords);
  const locale = useLocale();
  return (
    <ChildPage title={title} lead={words.work(number)} about="works">
      {actionData?.refusal ? <Trouble text={refusalSentence(actionData.refusal, locale)} /> : null}
      <ChildCard title={words.seen[seen]}>
        {prize ? <p><Say>{words.prize(prize)}</Say></p> : <p><Say>{words.next}</Say></p>}
      </ChildCard>
      <ChildCard title={words.takeBack}>
        <p><Say>{words.takeBackSure}</Say></p>
        <form method="post" className="row">
          <button className="btn"><Say>{words.takeBack}</Say></button>
          <a className="btn quiet" href="/child/works"><Say>{words.keep}</Say></a>
        </form>
      </ChildCard>
    </ChildPage>
  );
}
