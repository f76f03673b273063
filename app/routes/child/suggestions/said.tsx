import { redirect } from 'react-router';
import { PlateInput } from '#app/domain/children/suggestions/input.ts';
import { findByPlate, listOwn } from '#app/domain/children/suggestions/track.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, notKept, type Problem } from '#app/platform/http.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import { topicDrawings } from './drawings.ts';
import { monthDay } from './month-day.ts';
import type { Route } from './+types/said.ts';

export const headers = notKept;

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  return { own: await listOwn(ctx), hasAccount: Boolean(ctx.child?.childId), told: asked.has('gone') ? ('gone' as const) : asked.has('put') ? ('put' as const) : undefined };
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PlateInput, async ({ plate }) => redirect(`/child/said/${await findByPlate(ctx, plate)}`));
}

const mostShown = 24;

function shortened(text: string): string {
  const all = [...text];
  return all.length > mostShown ? `${all.slice(0, mostShown).join('')}…` : text;
}

/** 我说过的话: with an account all of one's own first; without, by the plate. */
export default function SaidPage({ loaderData: { own, hasAccount, told }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childSuggestionsWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  return (
    <ChildPage title={words.said.title} lead={words.said.lead}>
      {told ? <ChildCard><p role="status"><Say>{words.said[told]}</Say></p></ChildCard> : null}
      {hasAccount ? (
        <ChildCard title={words.said.own}>
          {own.length === 0 ? <p><Say>{words.said.none}</Say></p> : (
            <ul className="mysaid">
              {own.map((one) => (
                <li key={one.ticket}>
                  <a href={`/child/said/${one.ticket}`}>
                    <ChildDrawing name={topicDrawings[one.topic]} size={64} />
                    <span>
                      <Say>{one.text ? shortened(one.text) : words.topics[one.topic]}</Say><br />
                      <span className="d">{`${monthDay(one.on, locale)} · `}<b>{words.states[one.state]}</b></span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </ChildCard>
      ) : null}
      <ChildCard>
        <form method="post">
          {problem.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}
          <ChildBox id="plate" label={words.said.plate} rows={1} maxLength={60} isRequired />
          <p><Say>{words.said.hint}</Say></p>
          <div className="row"><button className="btn"><Say>{words.said.go}</Say></button></div>
        </form>
      </ChildCard>
      <div className="row"><a className="btn quiet" href="/child/say"><Say>{words.said.say}</Say></a></div>
    </ChildPage>
  );
}
