import { data } from 'react-router';
import { childCookie } from '#app/domain/children/identity/child-cookie.ts';
import { enter } from '#app/domain/children/identity/enter.ts';
import { EnterInput } from '#app/domain/children/identity/input.ts';
import { type Drawing, drawings, pictureCount } from '#app/domain/children/identity/model.ts';
import { childMeWords } from '#app/i18n/child-me.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, notKept, type Problem } from '#app/platform/http.ts';
import { redirectWith } from '#app/routes/account/signed-in.ts';
import { pageOfThisSite } from '#app/routes/public/own-path.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/enter.ts';

export const headers = notKept;

type Asking = { code: string; picked: Drawing[] };

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, EnterInput, async ({ code, pictures }) => {
    if (pictures.length > 0 && pictures.length < pictureCount) return data<Asking>({ code, picked: pictures });
    const here = await enter(ctx, code, pictures);
    if (here === 'pictures-needed') return data<Asking>({ code, picked: [] });
    return redirectWith(pageOfThisSite(new URL(request.url).searchParams.get('to'), '/child'), [childCookie(here, ctx.now)]);
  });
}

/** 进来: a code of a card or of a class; a card asks for its drawings, one tap each, without a script. */
export default function EnterPage({ actionData }: Route.ComponentProps) {
  const words = useChildWords(childMeWords);
  const locale = useLocale();
  const problem = actionData && !('picked' in actionData) ? (actionData as Problem) : undefined;
  const asking = actionData && 'picked' in actionData ? (actionData as Asking) : undefined;
  const trouble = problem?.refusal ? refusalSentence(problem.refusal, locale) : problem?.fields?.code?.join(' ');
  if (asking) return <Pictures {...asking} />;
  return (
    <ChildPage title={words.enterTitle} lead={words.enterLead}>
      {trouble ? <Trouble text={trouble} /> : null}
      <ChildCard>
        <form method="post">
          <ChildBox id="code" label={words.code} rows={1} maxLength={40} isRequired defaultValue={String(problem?.given?.code ?? '')} />
          <p><Say>{words.example}</Say></p>
          <div className="row"><button className="btn"><Say>{words.go}</Say></button></div>
        </form>
        <p><Say>{words.noCode}</Say></p>
      </ChildCard>
    </ChildPage>
  );
}

function Pictures({ code, picked }: Asking) {
  const words = useChildWords(childMeWords);
  return (
    <ChildPage title={words.picturesTitle} lead={words.picturesLead}>
      <ChildCard>
        <p role="status"><Say>{words.picked(picked.length)}</Say></p>
        <form method="post" className="tapped">
          <input type="hidden" name="code" value={code} />
          {picked.map((one, at) => <input key={at} type="hidden" name="pictures[]" value={one} />)}
          <div className="pick">
            {drawings.map((one) => (
              <button key={one} name="pictures[]" value={one}>
                <ChildDrawing name={one} size={64} />
                <Say>{words.drawings[one]}</Say>
              </button>
            ))}
          </div>
        </form>
        <form method="post">
          <input type="hidden" name="code" value={code} />
          <button className="btn quiet"><Say>{words.again}</Say></button>
        </form>
      </ChildCard>
    </ChildPage>
  );
}
