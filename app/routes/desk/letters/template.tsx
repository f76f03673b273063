import { Alert, Button } from 'antd';
import { useState } from 'react';
import { data, Form, redirect } from 'react-router';
import { RestoreInput, TemplateInput } from '#app/domain/pilot/letters/input.ts';
import { placeholders, placeholdersOf } from '#app/domain/pilot/letters/model.ts';
import { restoreTemplate, saveTemplate } from '#app/domain/pilot/letters/save-template.ts';
import { getTemplate } from '#app/domain/pilot/letters/templates.ts';
import { letterWords } from '#app/i18n/letters.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { givenOr, LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { LetterPreview, Versions } from './template-parts.tsx';
import type { Route } from './+types/template.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(async () => ({ template: await getTemplate(context.get(ctxKey), params.kind), isSaved: new URL(request.url).searchParams.has('saved') }));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const isRestore = (await request.clone().formData().catch(() => undefined))?.has('restore');
  const back = () => redirect(`/desk/letters/${params.kind}?saved`);
  if (isRestore) {
    return answer(ctx, request, RestoreInput, async (input) => {
      await restoreTemplate(ctx, input);
      return back();
    });
  }
  return answer(ctx, request, TemplateInput, async (input) => {
    if (input.kind !== params.kind) return data<Problem>({ refusal: 'form-unreadable' }, 400);
    await saveTemplate(ctx, input);
    return back();
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const languages = ['zh', 'en'] as const;

export default function LetterTemplate({ loaderData: { template, isSaved }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(letterWords);
  const name = (field: 'Title' | 'To' | 'Body', lang: 'zh' | 'en') => `${words[lang]} · ${{ Title: words.titleField, To: words.toField, Body: words.bodyField }[field]}`;
  const names = Object.fromEntries(languages.flatMap((lang) => (['Title', 'To', 'Body'] as const).map((field) => [`${lang}${field}`, name(field, lang)])));
  const [drafts, setDrafts] = useState(() => ({ zh: textsOf(problem, template, 'zh'), en: textsOf(problem, template, 'en') }));
  const typed = (lang: 'zh' | 'en', part: 'title' | 'to' | 'body') => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setDrafts((before) => ({ ...before, [lang]: { ...before[lang], [part]: value } }));
  };
  return (
    <>
      <PageHead title={words.kinds[template.kind]} beside={words.versionOf(template.version)} crumbs={[{ label: words.title, to: '/desk/letters' }]} />
      {isSaved && !problem && <Alert type="success" showIcon title={words.saved} style={{ marginBottom: 16 }} />}
      <ProblemAlert problem={problem} names={names} />
      <Form method="post" key={template.version}>
        <input type="hidden" name="kind" value={template.kind} />
        <input type="hidden" name="version" value={template.version} />
        {languages.map((lang) => (
          <div key={lang} className="split">
            <Pane title={words[lang]}>
              <TextField name={`${lang}Title`} label={words.titleField} known={template[lang].title} problem={problem} maxLength={lang === 'zh' ? 80 : 160} onInput={typed(lang, 'title')} />
              <TextField name={`${lang}To`} label={words.toField} known={template[lang].to} problem={problem} maxLength={lang === 'zh' ? 80 : 160} onInput={typed(lang, 'to')} />
              <LongField name={`${lang}Body`} label={words.bodyField} hint={words.bodyHint} known={template[lang].body} problem={problem} rows={12} maxLength={lang === 'zh' ? 4000 : 8000} onInput={typed(lang, 'body')} />
            </Pane>
            <Pane title={words.preview} note={words.previewNote}>
              <LetterPreview kind={template.kind} lang={lang} text={drafts[lang]} />
            </Pane>
          </div>
        ))}
        <Placeholders kind={template.kind} />
        <Button type="primary" htmlType="submit">{words.save}</Button>
      </Form>
      <Versions {...template} />
    </>
  );
}

function textsOf(problem: Problem | undefined, template: Route.ComponentProps['loaderData']['template'], lang: 'zh' | 'en') {
  return { title: givenOr(problem, `${lang}Title`, template[lang].title), to: givenOr(problem, `${lang}To`, template[lang].to), body: givenOr(problem, `${lang}Body`, template[lang].body) };
}

function Placeholders({ kind }: { kind: Route.ComponentProps['loaderData']['template']['kind'] }) {
  const words = useWords(letterWords);
  const locale = useLocale();
  return (
    <Pane title={words.placeholders} note={words.placeholdersHint}>
      <p className="ways">
        {placeholdersOf[kind].map((one) => <code key={one}>{`{${placeholders[one][locale === 'en' ? 1 : 0]}}`}</code>)}
      </p>
    </Pane>
  );
}
