import { data, redirect } from 'react-router';
import { takeBack } from '#app/domain/children/suggestions/take-back.ts';
import { findByPlate, trackSaid } from '#app/domain/children/suggestions/track.ts';
import { looksLikePlate } from '#app/domain/children/suggestions/model.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { notKept, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { OwnWords } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/take-back.ts';

export const headers = notKept;

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    if (looksLikePlate(params.ticket)) throw redirect(`/child/said/${await findByPlate(ctx, params.ticket)}/take-back`);
    const { said } = await trackSaid(ctx, params.ticket);
    return { text: said.text, topic: said.topic };
  });
}

export async function action({ params, context }: Route.ActionArgs) {
  try {
    await takeBack(context.get(ctxKey), params.ticket);
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: error.code }, error.status);
    throw error;
  }
  throw redirect('/child/said?gone=yes');
}

/** 收回: one question, and the words are gone. */
export default function TakeBackPage({ loaderData: { text, topic }, params, actionData }: Route.ComponentProps) {
  const words = useChildWords(childSuggestionsWords);
  const locale = useLocale();
  return (
    <ChildPage title={words.back.title}>
      <ChildCard>
        {actionData?.refusal ? <Trouble text={refusalSentence(actionData.refusal, locale)} /> : null}
        <OwnWords text={text || words.topics[topic]} />
        <p><Say>{words.back.text}</Say></p>
        <form method="post" className="row">
          <button className="btn"><Say>{words.back.yes}</Say></button>
          <a className="btn quiet" href={`/child/said/${params.ticket}`}><Say>{words.back.no}</Say></a>
        </form>
      </ChildCard>
    </ChildPage>
  );
}
