import { redirect } from 'react-router';
import { councilPlace } from '#app/domain/children/councils/read.ts';
import { answerWordingOnPaper } from '#app/domain/children/observers/answer-wording.ts';
import { endRound } from '#app/domain/children/observers/end-round.ts';
import { IdInput, NoteInput, PaperSignUpInput, WalkedInput, WordingInput } from '#app/domain/children/observers/input.ts';
import { noteToMatter } from '#app/domain/children/observers/note-to-matter.ts';
import { roundDesk } from '#app/domain/children/observers/read.ts';
import { signUpOnPaper, takeBack } from '#app/domain/children/observers/sign-up.ts';
import { writeNoteOnPaper } from '#app/domain/children/observers/write-note.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { uploadsOf } from '#app/routes/child/suggestions/uploads-of.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { DeedButton, DeedForm } from '../council/deed-form.tsx';
import { CouncilHead } from '../council/head.tsx';
import type { Route } from './+types/round.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const desk = await roundDesk(ctx, params.id);
    if (desk.round.regionCode !== params.code) throw new Refusal('observer-round-not-found', 404);
    return { place: await councilPlace(ctx, params.code), ...desk, today: beijingDay(ctx.now), isBegun: desk.round.startsAt <= ctx.now };
  });
}

export function action({ params: { code, id: roundId }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = (at = '') => redirect(`/work/${code}/children/council/rounds/${roundId}${at}`);
  return act(ctx, request, {
    'sign-up': deed(PaperSignUpInput, async (input) => signUpOnPaper(ctx, roundId, input).then(() => back('#people'))),
    free: deed(IdInput, async ({ id }) => takeBack(ctx, roundId, id).then(() => back('#people'))),
    note: deed(NoteInput, async ({ text }, form) => writeNoteOnPaper(ctx, roundId, { text, photos: await uploadsOf(form) }).then(() => back('#notes'))),
    wording: deed(WordingInput, async ({ id, agrees }) => answerWordingOnPaper(ctx, roundId, id, agrees === 'yes').then(() => back('#notes'))),
    matter: deed(IdInput, async ({ id }) => noteToMatter(ctx, roundId, id).then(() => back('#notes'))),
    walked: deed(WalkedInput, async (input) => endRound(ctx, roundId, input).then(() => back())),
  });
}

/** 一次走访: who comes, what was seen, what becomes of it. */
export default function RoundAtWork({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const { place, round, signUps, notes, today, isBegun } = loaderData;
  const photos = `/work/${place.code}/children/council/rounds/${round.id}/photos`;
  const seated = signUps.filter(({ state }) => state === 'seated');
  return (
    <>
      <CouncilHead place={place} title={round.title} lead={`${shortTime(round.startsAt, locale)} · ${round.place} · ${words.rounds.supporter}${words.colon}${round.supporter}`} tags={<Tag kind="info">{words.roundStates[round.state]}</Tag>} refusal={actionData?.refusal} />
      <Section title={words.rounds.people} tight id="people">
        {round.about ? <p>{round.about}</p> : null}
        <p><b>{words.rounds.taken(seated.length, round.seats)}</b></p>
        <ul className="plainlist">
          {signUps.map((one) => (
            <li key={one.id} className="row between"><span>{one.turn}. {one.nickname} · {one.state === 'seated' ? words.rounds.seated : words.rounds.waiting}{one.wasThere ? ` · ${words.rounds.there}` : ''}</span>{round.state === 'open' ? <DeedButton go="free" hidden={{ id: one.id }} label={words.rounds.free} isQuiet /> : null}</li>
          ))}
        </ul>
        {round.state === 'open' && !isBegun ? <DeedForm go="sign-up" submit={words.rounds.signUp} isFolded problem={actionData} asks={[{ name: 'nickname', label: words.term.nickname }, { name: 'consentOn', kind: 'date', label: words.term.consentOn, value: today }]} /> : null}
      </Section>
      {isBegun ? (
        <Section title={words.rounds.notes} mist id="notes">
          <ul className="plainlist">
            {notes.map(({ note, isApproved, proposal }) => (
              <li key={note.id} className="card">
                <p className="pre">{note.text}</p>
                {proposal && !note.childId ? <><p>{words.motion.wordingLead}</p><blockquote className="pre">{proposal.map(({ text }) => text).join('\n')}</blockquote><div className="row"><DeedButton go="wording" hidden={{ id: note.id, agrees: 'yes' }} label={words.motion.wordingYes} /><DeedButton go="wording" hidden={{ id: note.id, agrees: 'no' }} label={words.motion.wordingNo} isQuiet /></div></> : null}
                {note.fileIds.length > 0 ? <p className="row">{note.fileIds.map((fileId, at) => <a key={fileId} href={`${photos}/${fileId}`}><img src={`${photos}/${fileId}?thumbnail`} alt={words.rounds.photo(at + 1)} width={160} loading="lazy" /></a>)}</p> : null}
                <p className="row between small"><span>{[isApproved ? '' : words.waitsReading, note.fileIds.length > 0 ? words.rounds.photos(note.fileIds.length) : '', note.matterId ? words.rounds.isMatter : ''].filter(Boolean).join(' · ')}</span></p>{note.matterId ? null : <DeedButton go="matter" hidden={{ id: note.id }} label={words.rounds.toMatter} isQuiet />}
              </li>
            ))}
          </ul>
          <DeedForm go="note" submit={words.add} title={words.rounds.note} isFolded={notes.length > 0} problem={actionData} hasFiles asks={[{ name: 'text', kind: 'long', rows: 3, label: words.rounds.note }]}>
            <div className="field"><label htmlFor="photo">{words.rounds.addPhotos}</label><p className="hint">{words.rounds.photosHint}</p><input id="photo" className="in" type="file" name="photo" accept="image/*" multiple /></div>
          </DeedForm>
          {round.state === 'walked' ? <p><b>{round.summary}</b></p> : (
            <form method="post" className="no-print">
              <input type="hidden" name="go" value="walked" />
              {seated.length > 0 ? <ChoiceField id="there" name="there[]" label={words.rounds.there} words={words.form} multiple choices={seated.map(({ id, nickname }) => ({ value: id, label: nickname }))} /> : null}
              <LongTextField id="summary" label={words.rounds.summary} words={words.form} required rows={2} error={actionData?.fields?.summary?.[0]} />
              <p className="row"><Button>{words.rounds.walked}</Button></p>
            </form>
          )}
        </Section>
      ) : null}
    </>
  );
}
