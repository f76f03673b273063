import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { isLate, keyOf } from '#app/domain/city/collection/model.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { periodWords } from '#app/routes/desk/collection/sentences.ts';
import { doSheetDeed, SheetDeed } from '#app/routes/desk/collection/sheet-deeds.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { told } from '#app/routes/public/plans/words.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { applyWords } from '#app/i18n/apply.ts';
import { dueOf } from '../told.ts';
import { WorkHead } from '../work-head.tsx';
import { FigureCell, idOf } from './figure-cell.tsx';
import { HandedInFigures, KnownFigures } from './shown-figures.tsx';
import { squareOf } from './square.ts';
import type { Route } from './+types/sheet.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { turns: _, ...shown } = await sheetAtDesk(ctx, params.id);
    if (shown.sheet.regionCode !== place.code) throw new Refusal('sheet-not-found', 404);
    return { ...shown, town: place, due: await dueOf(ctx, [place.code]), today: beijingDay(ctx.now), isChecked: new URL(request.url).searchParams.has('checked') };
  });
}

export function action({ params: { code, id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SheetDeed, async (deed, given) => {
    await doSheetDeed(ctx, id, deed, given);
    return redirect(`/work/${code}/figures/${id}${deed.go === 'check' ? '?checked' : ''}`);
  });
}

/** 社区的一张填报表: complete without JavaScript; what is typed is saved whenever a button is pressed. */
export default function FiguresSheet({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { sheet, round, town, cells, asked, lacking, minutes, yearly, mayFill, isAbove, due, today, isChecked } = loaderData;
  const words = useWords(collectionWords);
  const { form } = useWords(applyWords);
  const locale = useLocale();
  const name = locale === 'en' ? round.en : round.zh;
  const empty = lacking.filter(({ code }) => code === 'cell-empty').length;
  const isAsked = isChecked || problem !== undefined;
  const errors = [
    ...(problem?.refusal ? [{ href: '#figures', text: refusalSentence(problem.refusal, locale) }] : []),
    ...(isAsked ? asked.filter((cell) => lacking.some((fault) => keyOf(fault) === keyOf(cell))).map((cell) => ({ href: `#${idOf(keyOf(cell))}`, text: `${cell.indicator.code} ${told(cell.indicator.definition, locale)}` })) : []),
  ];
  return (
    <>
      <PageTitle title={`${name} · ${town.name}`} />
      <WorkHead place={town} here="figures" due={due} title={name} lead={`${periodWords(sheet.period, locale)} · ${words.sheet.lead(shortDay(sheet.dueOn, locale))}`} tags={<Status state={squareOf(sheet, today)}>{isLate(sheet, today) ? words.late : words.states[sheet.state]}</Status>} />
      <Section title={name} hideTitle tight>
        <p>{words.sheet.burden(asked.length, cells.length - asked.length, words.minutes(minutes))} <span className="muted">{words.sheet.yearly(yearly.sheets, yearly.fields)}</span></p>
        {round.note ? <p className="note">{round.note}</p> : null}
        {sheet.state === 'returned' && sheet.note ? <div className="errors"><h2>{words.sheet.returned}</h2><p>{sheet.note}</p></div> : null}
        <Errors title={words.sheet.standing(empty, lacking.length - empty)} items={errors} />
        {mayFill ? (
          <form method="post" noValidate id="figures" className="card">
            <button className="vh" name="go" value="check" tabIndex={-1} aria-hidden="true" />
            {asked.length === 0 ? <p>{words.sheet.nothing}</p> : asked.map((cell) => <FigureCell key={keyOf(cell)} cell={cell} given={problem?.given} />)}
            {isAbove ? <TextField id="enteredFor" label={words.fields.enteredFor} hint={words.hints.enteredFor} words={form} required defaultValue={String(problem?.given?.enteredFor ?? '')} /> : null}
            {isAsked && lacking.length === 0 && asked.length > 0 ? <p role="status">{words.sheet.ready}</p> : null}
            <div className="row no-print figure-act">
              <Button kind="quiet" name="go" value="check">{words.sheet.check}</Button>
              <Button name="go" value="hand-in">{words.sheet.handIn}</Button>
            </div>
          </form>
        ) : <HandedInFigures sheet={sheet} asked={asked} />}
        <KnownFigures cells={cells} />
      </Section>
    </>
  );
}
