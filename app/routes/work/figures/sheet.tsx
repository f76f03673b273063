import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inGroups, isFillable, isLate, keyOf } from '#app/domain/city/collection/model.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import autosave from '#app/enhance/autosave.ts?worker&url';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { scriptWords } from '#app/routes/apply/form/script-words.ts';
import { cellProblems, periodWords } from '#app/routes/desk/collection/sentences.ts';
import { doSheetDeed, SheetDeed } from '#app/routes/desk/collection/sheet-deeds.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { told } from '#app/routes/public/plans/words.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { SaveLine } from '#app/ui/light/save-line.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { applyWords } from '#app/i18n/apply.ts';
import { dueOf } from '../told.ts';
import { WorkHead } from '../work-head.tsx';
import { FigureSection } from './figure-cell.tsx';
import { HandedInFigures, KnownFigures } from './shown-figures.tsx';
import { squareOf } from './square.ts';
import { idOf } from './typed-cell.tsx';
import type { Route } from './+types/sheet.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { turns: _, ...shown } = await sheetAtDesk(ctx, params.id);
    if (shown.sheet.regionCode !== place.code && shown.heir !== place.code) throw new Refusal('sheet-not-found', 404);
    return { ...shown, who: ctx.actor.id, town: place, due: await dueOf(ctx, [place.code]), today: beijingDay(ctx.now), isChecked: new URL(request.url).searchParams.has('checked') };
  });
}

export function action({ params: { code, id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SheetDeed, async (deed, given, form) => {
    await doSheetDeed(ctx, id, deed, given, form);
    return redirect(`/work/${code}/figures/${id}${deed.go === 'check' ? '?checked' : ''}`);
  });
}

/** 社区的一张填报表: complete without JavaScript, where a button saves; with it, what is typed is saved by itself. */
export default function FiguresSheet({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { sheet, round, town, cells, asked, lacking, minutes, yearly, mayFill, isAbove, due, today, isChecked, who } = loaderData;
  const words = useWords(collectionWords);
  const apply = useWords(applyWords);
  const { form } = apply;
  const locale = useLocale();
  const name = locale === 'en' ? round.en : round.zh;
  const empty = lacking.filter(({ code }) => code === 'cell-empty').length;
  const isAsked = isChecked || problem !== undefined;
  const at = `/work/${town.code}/figures/${sheet.id}`;
  const savedAt = asked.flatMap(({ entry }) => (entry ? [beijingTime(entry.savedAt)] : [])).toSorted().at(-1);
  const saved = savedAt?.startsWith(today) ? savedAt.slice(11) : savedAt;
  const wrong = asked.filter((cell) => cellProblems(cell, locale) !== '').length;
  const errors = [
    ...(problem?.refusal ? [{ href: '#figures', text: refusalSentence(problem.refusal, locale) }] : []),
    ...(isAsked ? asked.filter((cell) => lacking.some((fault) => keyOf(fault) === keyOf(cell))).map((cell) => ({ href: `#${idOf(keyOf(cell))}`, text: `${cell.indicator.code} ${told(cell.indicator.definition, locale)}` })) : []),
  ];
  return (
    <>
      <PageTitle title={`${name} · ${town.name}`} />
      <WorkHead place={town} here="figures" due={due} title={name} lead={`${periodWords(sheet.period, locale)} · ${words.sheet.lead(shortDay(sheet.dueOn, locale))}`} tags={<Status state={squareOf(sheet, today)}>{isLate(sheet, today) ? words.late : words.states[sheet.state]}</Status>} />
      <Section title={name} hideTitle tight>
        <p>{isFillable(sheet.state) ? words.sheet.burden(asked.length, cells.length - asked.length, words.minutes(minutes)) : null} <span className="muted">{words.sheet.yearly(yearly.sheets, yearly.fields)}</span></p>
        {round.note ? <p className="note">{round.note}</p> : null}
        {sheet.state === 'returned' && sheet.note ? <div className="errors"><h2>{words.sheet.returned}</h2><p>{sheet.note}</p></div> : null}
        <Errors title={words.sheet.standing(empty, lacking.length - empty)} items={errors} />
        {mayFill ? (
          <form method="post" encType="multipart/form-data" action={at} noValidate id="figures" data-autosave={`${at}/save`} data-words={scriptWords({ ...apply, script: { ...apply.script, savedAt: words.sheet.saved } })} data-saved-wrong={words.sheet.savedWrong('{0}')} data-here="figures" data-who={who}>
            <button className="vh" name="go" value="check" tabIndex={-1} aria-hidden="true" />
            <div className="card">
              {asked.length === 0 ? <p>{words.sheet.nothing}</p> : inGroups(asked).map((section) => {
                const { indicatorId } = section.whole ?? section.groups[0]!;
                return <FigureSection key={indicatorId} cells={section} known={cells.find((cell) => cell.indicatorId === indicatorId && cell.breakdown === everybody)} typing={{ given: problem?.given, who }} />;
              })}
              {isAbove ? <TextField id="enteredFor" label={words.fields.enteredFor} hint={words.hints.enteredFor} words={form} required defaultValue={String(problem?.given?.enteredFor ?? '')} /> : null}
              {isAsked && lacking.length === 0 && asked.length > 0 ? <p role="status">{words.sheet.ready}</p> : null}
            </div>
            <SaveLine state={saved && wrong === 0 ? 'saved' : 'unsaved'} text={!saved ? words.sheet.notSavedYet : wrong > 0 ? words.sheet.savedWrong(wrong) : words.sheet.saved(saved)}>
              <Button kind="quiet" name="go" value="check">{words.sheet.check}</Button>
              <Button name="go" value="hand-in">{words.sheet.handIn}</Button>
            </SaveLine>
            <script type="module" src={autosave} />
          </form>
        ) : <HandedInFigures sheet={sheet} checkedIn={loaderData.checkedIn} asked={asked} />}
        <KnownFigures cells={cells} />
      </Section>
    </>
  );
}
