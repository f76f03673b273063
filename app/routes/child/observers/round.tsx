import { redirect } from 'react-router';
import { needChild } from '#app/domain/children/identity/here.ts';
import { NoteInput } from '#app/domain/children/observers/input.ts';
import { roundsForChild } from '#app/domain/children/observers/read.ts';
import { writeNote } from '#app/domain/children/observers/write-note.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import { uploadsOf } from '../suggestions/uploads-of.ts';
import { childAct, childDeed } from '../council/act.ts';
import { WhatIsWrong } from '../council/what-is-wrong.tsx';
import type { Route } from './+types/round.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const { regionCode, childId } = needChild(ctx);
    const round = (await roundsForChild(ctx, regionCode, childId)).find(({ id }) => id === params.id);
    if (!round) throw new Refusal('round-not-found', 404);
    return { title: round.title, thanks: new URL(request.url).searchParams.has('thanks') };
  });
}

export function action({ params: { id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return childAct(ctx, request, {
    note: childDeed(NoteInput, async ({ text }, form) => {
      await writeNote(ctx, id, { text, photos: await uploadsOf(form) });
      return redirect(`/child/council/rounds/${id}?thanks=1`);
    }),
  });
}

/** 走访发现: what a child saw on the way, with photographs. */
export default function RoundNote({ loaderData: { title, thanks }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  return (
    <ChildPage title={words.note} lead={title}>
      <WhatIsWrong problem={actionData} />
      {thanks ? <ChildCard title={words.noteThanks}><p className="row"><a className="btn" href="/child/council"><Say>{words.back}</Say></a></p></ChildCard> : null}
      <ChildCard>
        <form method="post" encType="multipart/form-data">
          <ChildBox id="text" label={words.note} maxLength={500} isRequired defaultValue={typeof actionData?.given?.text === 'string' ? actionData.given.text : ''} />
          <div className="write"><label htmlFor="photo"><Say>{words.photo}</Say></label><p><Say>{words.photoHint}</Say></p><input id="photo" type="file" name="photo" accept="image/*" multiple /></div>
          <p className="row"><button className="btn" name="go" value="note"><Say>{words.noteGo}</Say></button></p>
        </form>
      </ChildCard>
    </ChildPage>
  );
}
