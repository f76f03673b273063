import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { StartInput } from '#app/domain/children/surveys/input.ts';
import { instruments } from '#app/domain/children/surveys/instruments.ts';
import { responseRate } from '#app/domain/children/surveys/model.ts';
import { listRounds, listSurveys } from '#app/domain/children/surveys/read.ts';
import { importSurvey, startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed, sentBack } from '#app/routes/work/plan/act.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { DemoMark, Tag } from '#app/ui/light/tag.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/surveys.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const surveys = (await listSurveys(ctx, place.code)).map(({ id, draft, state, version, isChanged, audience }) => ({ id, title: draft.title, items: draft.items.length, state, version, isChanged, audience }));
    return { place, surveys, rounds: await listRounds(ctx, place.code), sources: instruments.map(({ id, definition }) => ({ id, title: definition.title })) };
  });
}

const FileInput = z.object({ file: z.string().trim().min(2).max(200_000) });

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const open = (id: string) => redirect(`/work/${code}/children/surveys/${id}`);
  return act(ctx, request, {
    start: deed(StartInput, async (input) => open(await startSurvey(ctx, code, input))),
    import: deed(FileInput, async ({ file }) => open(await importSurvey(ctx, code, file))),
  });
}

/** 调查 of a community: its rounds, its surveys, and how to begin one. */
export default function Surveys({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { list: words } = all;
  const { place } = loaderData;
  return (
    <>
      <SurveysHead place={place} lead={all.lead} refusal={actionData?.refusal} />
      <Section title={words.rounds} tight><Rounds {...loaderData} /></Section>
      <Section title={words.surveys} mist><Written {...loaderData} /></Section>
      <Section title={words.start} id="start"><Start {...loaderData} problem={actionData} /></Section>
    </>
  );
}

type Page = Route.ComponentProps['loaderData'];

function Rounds({ place, rounds }: Page) {
  const all = useWords(surveysWords);
  const { list: words } = all;
  const locale = useLocale();
  return (
    <DataTable
      caption={words.rounds} rows={rounds} keyOf={({ id }) => id} none={words.noRounds}
      columns={[
        { head: words.columns.title, isName: true, cell: (round) => <><a href={`/work/${place.code}/children/surveys/rounds/${round.id}`}>{round.title}</a> {round.isInvented ? <DemoMark word={all.invented} /> : null}<br /><small className="muted">{all.waves[round.wave]}</small></> },
        { head: words.columns.audience, cell: (round) => all.audiences[round.audience] },
        { head: words.columns.state, cell: (round) => <Status state={round.state === 'open' ? 'now' : 'done'}>{all.roundStates[round.state]}</Status> },
        { head: words.columns.days, cell: (round) => `${shortDay(round.opensOn, locale)} – ${shortDay(round.closesOn, locale)}` },
        { head: words.columns.rate, right: true, cell: (round) => words.rate(round.sheets, round.invited, responseRate(round.sheets, round.invited)) },
      ]}
    />
  );
}

function Written({ place, surveys }: Page) {
  const all = useWords(surveysWords);
  const { list: words } = all;
  const locale = useLocale();
  return (
    <DataTable
      caption={words.surveys} rows={surveys} keyOf={({ id }) => id} none={words.noSurveys}
      columns={[
        { head: words.columns.title, isName: true, cell: ({ id, title, items }) => <><a href={`/work/${place.code}/children/surveys/${id}`}>{(locale === 'en' && title.en) || title.zh}</a><br /><small className="muted">{words.questions(items)}</small></> },
        { head: words.columns.audience, cell: ({ audience }) => all.audiences[audience] },
        { head: words.columns.state, cell: ({ state, version, isChanged }) => <>{all.states[state]} {version > 0 ? <Tag kind="plain">{words.version(version)}</Tag> : null} {version > 0 && isChanged ? <Tag kind="check">{words.changed}</Tag> : null}</> },
      ]}
    />
  );
}

function Start({ place, sources, surveys, problem }: Page & { problem: Route.ComponentProps['actionData'] }) {
  const all = useWords(surveysWords);
  const { list: words } = all;
  const locale = useLocale();
  const [was, sent] = [sentBack(problem, 'start'), sentBack(problem, 'import')];
  const nameOf = (title: { zh: string; en: string }) => (locale === 'en' && title.en) || title.zh;
  return (
    <>
      <form method="post" className="formpage">
        <SelectField id="from" label={words.from} hint={words.fromHint} words={all.form} required error={was.error('from')} defaultValue={was.text('from')} choices={[...sources.map(({ id, title }) => ({ value: id, label: words.instrument(nameOf(title)) })), ...surveys.map(({ id, title }) => ({ value: id, label: words.own(nameOf(title)) }))]} />
        <TextField id="title" label={words.name} hint={words.nameHint} words={all.form} error={was.error('title')} defaultValue={was.text('title')} />
        <p className="row"><Button name="go" value="start">{words.make}</Button></p>
      </form>
      <p className="row"><ButtonLink kind="quiet" href={`/work/${place.code}/children/surveys/import`}>{all.xlsform.title}</ButtonLink></p>
      <details open={sent.isOurs}>
        <summary>{words.import}</summary>
        <form method="post" className="formpage">
          <LongTextField id="file" label={words.file} hint={words.fileHint} words={all.form} required rows={6} error={sent.error('file')} defaultValue={sent.text('file')} />
          <p className="row"><Button kind="quiet" name="go" value="import">{words.doImport}</Button></p>
        </form>
      </details>
    </>
  );
}
