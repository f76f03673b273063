import { redirect } from 'react-router';
import { complain } from '#app/domain/children/moderation/complain.ts';
import { ComplaintInput } from '#app/domain/children/moderation/input.ts';
import { complaintKinds } from '#app/domain/children/moderation/model.ts';
import { childComplainWords } from '#app/i18n/child-complain.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import { localPath } from '#app/domain/base/accounts/model.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Choices, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/complain.ts';

const drawings = { mean: 'sad', private: 'key', scary: 'umbrella', mine: 'flower', other: 'question' } as const;

export const headers = () => ({ 'Cache-Control': 'no-store' });

/** The page one came from, if it was ours: its path only. */
function cameFrom(request: Request): string {
  const from = request.headers.get('referer');
  if (!from || !URL.canParse(from)) return '';
  const { pathname, host } = new URL(from);
  return host === new URL(request.url).host ? localPath(pathname, '') : '';
}

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const about = (asked.get('about') ?? '').slice(0, 100);
  const [kind, id] = about.split(':');
  return { isSent: asked.has('sent'), page: [cameFrom(request), about].filter(Boolean).join(' · '), kind: id ? kind : undefined, id, mayComplain: context.get(ctxKey).child !== undefined || id !== undefined };
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ComplaintInput, async (input) => {
    await complain(ctx, input);
    return redirect('/child/complain?sent');
  });
}

/** 这里让我不舒服: from every child page; pictures to choose from, words if one likes, no name. */
export default function ComplainPage({ loaderData: { isSent, page, kind, id, mayComplain }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childComplainWords);
  const locale = useLocale();
  const given = actionData?.given ?? {};
  if (isSent) {
    return (
      <ChildPage title={words.sentTitle} lead={words.sent}>
        <p><Say>{words.tell}</Say></p>
        <p className="row"><a className="btn" href="/child"><Say>{words.back}</Say></a></p>
      </ChildPage>
    );
  }
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {actionData?.refusal ? <Trouble text={refusalSentence(actionData.refusal, locale)} /> : null}
      {mayComplain ? (
        <form method="post">
          <input type="hidden" name="page" value={String(given.page ?? page)} />
          {kind && id ? <><input type="hidden" name="kind" value={kind} /><input type="hidden" name="id" value={id} /></> : null}
          <ChildCard>
            <Choices name="what" number={1} legend={words.what} isRequired choices={complaintKinds.map((value) => ({ value, label: words.choices[value], drawing: drawings[value], isChecked: given.what === value }))} {...(actionData?.fields?.what ? { problem: words.problem } : {})} />
          </ChildCard>
          <ChildCard>
            <ChildBox id="words" label={words.words} maxLength={500} defaultValue={String(given.words ?? '')} />
          </ChildCard>
          <div className="row"><button className="btn"><Say>{words.send}</Say></button></div>
        </form>
      ) : (
        <ChildCard>
          <p><Say>{words.noCode}</Say></p>
          <p><Say>{words.tell}</Say></p>
          <p className="row"><a className="btn" href="/child/enter?to=/child/complain"><Say>{words.enter}</Say></a></p>
        </ChildCard>
      )}
    </ChildPage>
  );
}
