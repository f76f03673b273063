import { Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { currentAtDesk, previewEdition } from '#app/domain/base/standard/at-desk.ts';
import { readEditionFile } from '#app/domain/base/standard/edition-file.ts';
import { importEdition } from '#app/domain/base/standard/import-edition.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { explainIssue } from '#app/i18n/input.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Field } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useAnswered } from '#app/ui/desk/use-answered.ts';
import { DifferenceTable } from './difference.tsx';
import type { Route } from './+types/import-edition.ts';

const largest = 1_500_000;

export function loader({ context }: Route.LoaderArgs) {
  return show(() => currentAtDesk(context.get(ctxKey)));
}

/** Two steps: a file is shown beside the current edition, then its text comes back to be kept. */
export async function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  await show(() => currentAtDesk(ctx));
  const form = await readForm(request);
  const given = form?.get('content') ?? form?.get('file');
  const isFile = given instanceof File;
  if (!given || (isFile && given.size === 0)) return data({ wrong: 'noFile' as const }, 400);
  if (isFile && given.size > largest) return data({ wrong: 'tooLarge' as const }, 400);
  const content = isFile ? await given.text() : given;

  const read = readEditionFile(content);
  if (read === 'unreadable') return data({ wrong: 'unreadable' as const }, 400);
  if ('problems' in read) {
    return data({ places: read.problems.map(({ place, issue }) => ({ place, said: explainIssue(issue, ctx.locale) })) }, 400);
  }
  if (isFile) {
    const { current, difference } = await previewEdition(ctx, read.file);
    return { content, difference, name: inLanguage(current, ctx.locale) };
  }
  try {
    return redirect(`/desk/standard/${await importEdition(ctx, read.file)}`);
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: error.code }, error.status);
    throw error;
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

type Outcome = {
  wrong?: 'noFile' | 'tooLarge' | 'unreadable';
  refusal?: string;
  places?: { place: string; said: string }[];
  content?: string;
  difference?: Awaited<ReturnType<typeof previewEdition>>['difference'];
  name?: string;
};

export default function ImportEditionPage({ actionData }: Route.ComponentProps) {
  const { desk } = useWords(standardWords);
  const locale = useLocale();
  const outcome = (useAnswered(actionData) ?? {}) as Outcome;
  return (
    <>
      <PageHead title={desk.import} lead={desk.importLead} crumbs={[{ label: desk.title, to: '/desk/standard' }]} />
      {outcome.refusal && <ProblemAlert problem={{ refusal: outcome.refusal }} />}
      {outcome.places && (
        <Pane title={desk.problems(outcome.places.length)}>
          <ul role="alert">
            {outcome.places.map(({ place, said }, index) => (
              <li key={index}>
                <code>{place || '/'}</code> {said}
              </li>
            ))}
          </ul>
        </Pane>
      )}
      <Pane>
        <Form method="post" encType="multipart/form-data">
          <Field name="file" label={desk.file} hint={desk.fileHint} problem={outcome.wrong ? { fields: { file: [desk[outcome.wrong]] } } : undefined}>
            <input className="dctl" type="file" id="field-file" name="file" accept=".json,application/json" required />
          </Field>
          <Button htmlType="submit" type={outcome.difference ? 'default' : 'primary'}>{desk.preview}</Button>
        </Form>
      </Pane>
      {outcome.difference && outcome.content && (
        <>
          <DifferenceTable difference={outcome.difference} currentName={outcome.name ?? locale} />
          <Form method="post">
            <input type="hidden" name="content" value={outcome.content} />
            <Button type="primary" htmlType="submit">{desk.keep}</Button>
          </Form>
        </>
      )}
    </>
  );
}
