import { data, redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { audiences, type Definition } from '#app/domain/children/surveys/model.ts';
import { openForm } from '#app/domain/children/surveys/open-form.ts';
import { type FormProblem, readXlsForm } from '#app/domain/children/surveys/read-xlsform.ts';
import { importSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { controlOf, Field } from '#app/ui/light/field.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/import.ts';

const most = 5_000_000;
const ReadInput = z.object({ audience: z.enum(audiences) });
const KeepInput = z.object({ file: z.string().trim().min(2).max(200_000) });
type Read = { definition: Definition; problems: FormProblem[] };

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'survey.edit', { regionCode: place.code });
    return { place };
  });
}

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return act(ctx, request, {
    read: deed(ReadInput, async ({ audience }, form) => {
      allow(ctx, 'survey.edit', { regionCode: code });
      const file = form.get('form');
      if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
      if (file.size > most) throw new Refusal('survey-form-too-big', 413);
      await limit(ctx, `xlsform:${ctx.actor.id}`, 60, 600); // the press is everybody's
      return data<Read>(readXlsForm(await openForm(new Uint8Array(await file.arrayBuffer())), audience)) as unknown as Response;
    }),
    keep: deed(KeepInput, async ({ file }) => redirect(`/work/${code}/children/surveys/${await importSurvey(ctx, code, file)}`)),
  });
}

/** 导入 XLSForm: first what is in the file and what of it cannot be asked, cell by cell; kept only when nothing is wrong. */
export default function ImportSurvey({ loaderData: { place }, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { xlsform: words } = all;
  const answer = actionData as Read | { refusal?: string } | undefined;
  const read = answer && 'definition' in answer ? answer : undefined;
  const frame = { id: 'form', label: words.file, hint: words.fileHint, words: all.form, required: true };
  return (
    <>
      <SurveysHead place={place} title={words.title} lead={words.lead} refusal={answer && 'refusal' in answer ? answer.refusal : undefined} />
      {read ? <Found {...read} /> : null}
      <Section title={read ? words.another : words.choose} tight>
        <form method="post" encType="multipart/form-data" className="formpage">
          <Field frame={frame}><input type="file" accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" {...controlOf(frame)} className="in filebox" /></Field>
          <SelectField id="audience" label={words.audience} hint={words.audienceHint} words={all.form} required choices={audiences.map((value) => ({ value, label: all.audiences[value] }))} defaultValue="carers" />
          <p className="row"><Button name="go" value="read" kind={read ? 'quiet' : 'primary'}>{words.read}</Button></p>
        </form>
      </Section>
      <Section title={words.sheets} lead={words.sampleHint} tight mist id="sheets">
        <Facts facts={words.parts} />
        <p className="row"><a className="btn quiet" href={`/work/${place.code}/children/surveys/carers/survey.xlsx`}>{words.sample}</a></p>
      </Section>
    </>
  );
}

function Found({ definition, problems }: Read) {
  const all = useWords(surveysWords);
  const { xlsform: words } = all;
  return (
    <Section title={definition.title.zh || words.noTitle} lead={<>{all.audiences[definition.audience]} · {all.scales[definition.scale]} · {all.list.questions(definition.items.length)}</>} tight id="found">
      {problems.length > 0 ? (
        <>
          <Callout kind="bad">{words.wrong(problems.length)}</Callout>
          <DataTable
            caption={words.problems} rows={problems.slice(0, 200)} keyOf={({ sheet, cell, code, given }) => `${sheet}${cell}${code}${given}`}
            columns={[
              { head: words.cell, isName: true, cell: ({ sheet, cell }) => `${sheet} ${cell}` }, { head: words.stands, cell: ({ given }) => <code>{given || '—'}</code> }, { head: words.why, cell: ({ code }) => words.codes[code] },
            ]}
          />
        </>
      ) : (
        <form method="post">
          <Callout kind="ok">{words.right}</Callout>
          <input type="hidden" name="file" value={JSON.stringify(definition)} />
          <p className="row"><Button name="go" value="keep">{words.keep}</Button></p>
        </form>
      )}
      <h3>{words.preview}</h3>
      <ol>{definition.items.map((item, at) => <li key={`${item.id}${at}`}>{item.text.zh || item.id} <small className="muted">{all.kinds[item.kind]}{item.options ? `：${item.options.map(({ text }) => text.zh).join('、')}` : ''}{item.showIf ? ` · ${all.edit.shownIf(item.showIf.item, item.showIf.in.join(', '))}` : ''}</small></li>)}</ol>
    </Section>
  );
}
