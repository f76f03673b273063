import { redirect } from 'react-router';
import { needChild } from '#app/domain/children/identity/here.ts';
import { answerWording } from '#app/domain/children/observers/answer-wording.ts';
import { NoteInput, WordingInput } from '#app/domain/children/observers/input.ts';
import { ownNotes, roundsForChild } from '#app/domain/children/observers/read.ts';
import { writeNote } from '#app/domain/children/observers/write-note.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { OwnWords } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';
import { childAct, childDeed } from '../council/act.ts';
import { WhatIsWrong } from '../council/what-is-wrong.tsx';
import { uploadsOf } from '../suggestions/uploads-of.ts';
import { Wording } from '../suggestions/wording.tsx';
import type { Route } from './+types/round.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const { regionCode, childId } = needChild(ctx);
    const round = (await roundsForChild(ctx, regionCode, childId)).find(({ id }) => id === params.id);
    if (!round) throw new Refusal('observer-round-not-found', 404);
    return { title: round.title, own: await ownNotes(ctx, round.id), thanks: new URL(request.url).searchParams.has('thanks') };
  });
}

export function action({ params: { id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return childAct(ctx, request, {
    wording: childDeed(WordingInput, async ({ id: noteId, agrees }) => {
      await answerWording(ctx, id, noteId, agrees === 'yes');
      return redirect(`/child/council/rounds/${id}#own`);
    }),
    note: childDeed(NoteInput, async ({ text }, form) => {
      await writeNote(ctx, id, { text, photos: await uploadsOf(form) });
      return redirect(`/child/council/rounds/${id}?thanks=1`);
    }),
  });
}

/** 走访发现: what a child saw on the way, with photographs. */
export default function RoundNote({ loaderData: { title, thanks, own }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  const said = useChildWords(childSuggestionsWords);
  return (
    <ChildPage title={words.note} lead={title}>
      <WhatIsWrong problem={actionData} />
      {thanks ? <ChildCard title={words.noteThanks}><p className="row"><a className="btn" href="/child/council"><Say>{words.back}</Say></a></p></ChildCard> : null}
      {own.length > 0 ? <h2 className="apart" id="own"><Say>{words.ownNotes}</Say></h2> : null}
      {own.map((one) => one.proposal ? <Wording key={one.id} texts={one.proposal.map(({ text }) => text)} words={said} id={one.id} /> : <ChildCard key={one.id}><OwnWords text={one.text} />{one.isApproved ? null : <p><Say>{words.reading}</Say></p>}</ChildCard>)}
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
