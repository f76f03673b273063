import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { differenceRate } from '#app/domain/children/surveys/differences.ts';
import { enterTwice, putAwaySheet } from '#app/domain/children/surveys/enter-twice.ts';
import { SheetInput, SheetNumber } from '#app/domain/children/surveys/input.ts';
import { definitionOf, doubleSheets, getRound } from '#app/domain/children/surveys/read.ts';
import paper from '#app/enhance/survey-paper.ts?worker&url';
import { useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { NumberField } from '#app/ui/light/text-field.tsx';
import { PaperFields } from './paper-fields.tsx';
import { readKeys } from './read-keys.ts';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/double.ts';

const told = ['first', 'agreed', 'differs', 'settled', 'put-away'] as const;

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const round = await getRound(ctx, place.code, params.round);
    const asked = new URL(request.url).searchParams.get('told');
    return { place, round, definition: await definitionOf(ctx, round), sheets: await doubleSheets(ctx, round), told: told.find((one) => one === asked) };
  });
}

export async function action({ params: { code, round: id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const given = form ? formObject(form) : {};
  const here = `/work/${code}/children/surveys/rounds/${id}/double`;
  try {
    if (given.deed === 'put-away') {
      await putAwaySheet(ctx, code, id, SheetInput.safeParse(given).data?.sheetId ?? '');
      return redirect(`${here}?told=put-away#sheets`);
    }
    const { paper: words } = surveysWords[ctx.locale];
    const { answers, fields } = readKeys(await definitionOf(ctx, await getRound(ctx, code, id)), given, words.unreadable);
    const number = SheetNumber.safeParse(given.number);
    if (!number.success) fields.number = [words.number];
    if (Object.keys(fields).length > 0) return data<Problem>({ fields, given }, 400);
    return redirect(`${here}?told=${await enterTwice(ctx, code, id, number.data!, answers)}`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

/** 双录: two people enter the same sheets under the numbers on the papers; what they read differently is settled by looking again. */
export default function DoubleEntry({ loaderData: { place, round, definition, sheets, told: done }, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { double: words } = all;
  const rate = differenceRate(round);
  const here = `/work/${place.code}/children/surveys/rounds/${round.id}/double`;
  const given = actionData?.given?.number;
  return (
    <>
      <SurveysHead place={place} title={words.title} lead={words.lead} refusal={actionData?.refusal} told={done ? words.told[done] : undefined} beyond={[{ href: `/work/${place.code}/children/surveys/rounds/${round.id}`, label: round.title }]} />
      <Section title={words.so} tight>
        <Numbers demoWord={all.invented} items={[
          { label: words.both, parts: [{ value: String(round.doubleSheets), unit: all.round.numbers.sheets }], demo: round.isInvented },
          { label: words.cells, parts: [{ value: String(round.doubleCells), unit: '' }], demo: round.isInvented },
          ...(rate === undefined ? [] : [{ label: words.rate, parts: [{ value: String(rate), unit: '%' }], demo: round.isInvented }]),
        ]} />
        <p className="small muted">{words.rateHint}</p>
      </Section>
      <Section title={words.waiting} id="sheets" mist>
        <DataTable
          caption={words.waiting} rows={sheets} keyOf={({ id }) => id} none={words.none}
          columns={[
            { head: words.number, isName: true, cell: ({ number }) => words.paperNumber(number) },
            { head: words.by, cell: ({ firstByName, secondByName }) => [firstByName, secondByName].filter(Boolean).join('、') },
            { head: words.state, cell: ({ differs, isMine }) => <Status state={differs ? 'late' : 'now'}>{differs ? words.differs : isMine ? words.other : words.yours}</Status> },
            { head: words.deed, cell: ({ id, number, differs }) => (round.state === 'closed' ? '' : (
              <form method="post" className="row close">
                {differs ? <a href={`${here}/${id}`}>{words.settle}<span className="vh"> {number}</span></a> : null}
                <input type="hidden" name="sheetId" value={id} />
                <Button kind="plain" small name="deed" value="put-away">{words.putAway}<span className="vh"> {number}</span></Button>
              </form>
            )) },
          ]}
        />
      </Section>
      {round.state === 'closed' ? null : (
        <Section title={words.enter}>
          <form method="post" className="formpage" data-paper>
            <NumberField id="number" label={words.number} hint={words.numberHint} words={all.form} required error={actionData?.fields?.number?.[0]} defaultValue={typeof given === 'string' ? given : ''} />
            <PaperFields definition={definition} problem={actionData} />
            <p className="row"><Button>{words.save}</Button></p>
          </form>
          <script type="module" src={paper} />
        </Section>
      )}
    </>
  );
}
