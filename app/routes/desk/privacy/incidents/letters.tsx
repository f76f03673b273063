import { Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { LettersDeed } from '#app/domain/children/incidents/input.ts';
import { noticeParts } from '#app/domain/children/incidents/model.ts';
import { openLetters } from '#app/domain/children/incidents/open-letters.ts';
import { getIncident } from '#app/domain/children/incidents/read.ts';
import { noteLetters } from '#app/domain/children/incidents/tell-families.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { LongField } from '#app/ui/desk/field.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/letters.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { notice, lines, mayOpenNames, scopes } = await getIncident(ctx, params.id);
    return { id: params.id, notice, mayOpenNames, today: beijingDay(ctx.now), isPosted: scopes.some(({ kind }) => kind === 'class-code'), untold: lines.filter(({ toldAt, number }) => !toldAt && number).map(({ id, number, regionCode }) => ({ id, number, regionCode })) };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, LettersDeed, async (input) => {
    if (input.deed === 'open') return data({ letters: await openLetters(ctx, params.id, input.reason) });
    await noteLetters(ctx, params.id, input.lines);
    return redirect(`/desk/privacy/incidents/${params.id}/letters`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 书面告知书: opened with a reason, printed, handed over, noted; the poster for those who have no identity here. */
export default function Letters({ loaderData: { id, notice, mayOpenNames, today, isPosted, untold }, actionData }: Route.ComponentProps) {
  const words = useWords(incidentWords);
  const { letter } = words;
  const locale = useLocale();
  const opened = actionData && 'letters' in actionData ? actionData.letters : [];
  const problem = actionData && 'letters' in actionData ? undefined : (actionData as Problem | undefined);
  const text = notice ? <Facts items={noticeParts.map((part) => ({ name: words.notice.parts[part], value: <span className="as-written">{notice[part]}</span> }))} /> : null;
  const child = notice ? <><h3>{letter.child}</h3><ul>{notice.child.map((line) => <li key={line}>{line}</li>)}</ul></> : null;
  return (
    <>
      <PageHead title={letter.title} lead={letter.lead} crumbs={[{ label: words.title, to: '/desk/privacy/incidents' }, { label: words.notice.letters, to: `/desk/privacy/incidents/${id}` }]} actions={opened.length > 0 || isPosted ? <PrintButton>{letter.print}</PrintButton> : undefined} />
      <ProblemAlert problem={problem} names={{ reason: letter.reason }} />
      {untold.length === 0 ? <Pane><p>{letter.none}</p></Pane> : (
        <div className="no-print">
          <Pane title={letter.open}>
            {mayOpenNames ? (
              <Form method="post">
                <input type="hidden" name="deed" value="open" />
                <LongField name="reason" label={letter.reason} rows={2} minLength={10} maxLength={300} problem={problem} />
                <Button type="primary" htmlType="submit">{letter.open}</Button>
              </Form>
            ) : <p>{letter.may}</p>}
          </Pane>
          <Pane title={letter.noteTitle} note={letter.note}>
            <Form method="post" key={untold.length}>
              <input type="hidden" name="deed" value="note" />
              <ul>{untold.map((line) => <li key={line.id}><label><input type="checkbox" name="lines[]" value={line.id} /> <code>{line.number}</code></label></li>)}</ul>
              <Button htmlType="submit">{letter.save}</Button>
            </Form>
          </Pane>
        </div>
      )}
      {opened.map((one) => (
        <section key={one.childId} className="pane letter">
          <div className="pane-body">
            <h2>{words.family.title}</h2>
            <p>{letter.to(one.name)}</p>
            <p>{letter.hello}</p>
            {text}
            {child}
            <p>{letter.sign}</p>
            <p>{shortDay(today, locale)}</p>
          </div>
        </section>
      ))}
      {isPosted && notice ? <section className="pane letter"><div className="pane-body"><h2>{letter.poster}</h2>{text}{child}</div></section> : null}
    </>
  );
}
