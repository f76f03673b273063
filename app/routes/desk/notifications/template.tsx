import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Form, Link, redirect } from 'react-router';
import { TemplateDeed } from '#app/domain/base/notifications/input.ts';
import { fillIn, type LetterKind, letterKinds } from '#app/domain/base/notifications/model.ts';
import { placeholdersOf } from '#app/domain/base/notifications/placeholders.ts';
import { editTemplate, restoreTemplate, templateVersions, type Words } from '#app/domain/base/notifications/templates.ts';
import { notificationWords, openTexts } from '#app/i18n/notifications.ts';
import { useWords } from '#app/i18n/pair.ts';
import { type Ctx, ctxKey, locales } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { givenOr, LongField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/template.ts';

type Locale = (typeof locales)[number];

function kindOf(name: string): LetterKind {
  const kind = letterKinds.find((each) => each === name);
  if (!kind) throw new Refusal('not-found', 404);
  return kind;
}

const localeOf = (request: Request, ctx: Ctx): Locale => locales.find((each) => each === new URL(request.url).searchParams.get('words')) ?? ctx.locale;

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const kind = kindOf(params.kind);
    const locale = localeOf(request, ctx);
    const versions = await templateVersions(ctx, kind, locale);
    return { kind, locale, versions, words: versions[0]?.words ?? openTexts(kind, locale), savedAs: Number(new URL(request.url).searchParams.get('saved')) || undefined };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, TemplateDeed, async (input) => {
    const kind = kindOf(params.kind);
    const version = input.deed === 'save' ? await editTemplate(ctx, kind, input.locale, input) : await restoreTemplate(ctx, kind, input.locale, input.version);
    return redirect(`/desk/notification-templates/${kind}?words=${input.locale}&saved=${version}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 编辑通知模板: the words of one kind in one language, seen as they will arrive, with every version before. */
export default function Template({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(notificationWords);
  const { templates } = words;
  const { kind, locale, savedAs } = loaderData;
  return (
    <>
      <PageHead crumbs={[{ label: templates.title, to: '/desk/notification-templates' }]} title={words.kinds[kind]} />
      {savedAs && !actionData && <Alert type="success" showIcon title={templates.saved(savedAs)} />}
      <ProblemAlert problem={actionData} names={{ subject: templates.subject, body: templates.body, short: templates.short }} />
      <nav className="dtabs" aria-label={templates.title}>
        {locales.map((each) => (
          <Link key={each} to={`?words=${each}`} {...(each === locale ? { 'aria-current': 'page' as const } : {})}>
            {each === 'en' ? templates.en : templates.zh}
          </Link>
        ))}
      </nav>
      <Editor key={`${locale} ${savedAs}`} {...loaderData} problem={actionData} />
      <Versions {...loaderData} />
    </>
  );
}

function Editor({ kind, locale, words, problem }: { kind: LetterKind; locale: Locale; words: Words; problem: Problem | undefined }) {
  const { templates, places } = useWords(notificationWords);
  const [typed, setTyped] = useState<Words>(() => ({ subject: givenOr(problem, 'subject', words.subject), body: givenOr(problem, 'body', words.body), short: givenOr(problem, 'short', words.short) }));
  const take = (name: keyof Words) => (event: { target: { value: string } }) => setTyped((before) => ({ ...before, [name]: event.target.value }));
  const samples = notificationWords[locale].samples;
  const filled = (text: string) => fillIn(text, samples);
  return (
    <div className="split">
      <Pane title={templates.edit}>
        <Form method="post">
          <input type="hidden" name="deed" value="save" />
          <input type="hidden" name="locale" value={locale} />
          <TextField name="subject" label={templates.subject} known={words.subject} problem={problem} maxLength={120} lang={locale} onChange={take('subject')} />
          <LongField name="body" label={templates.body} known={words.body} problem={problem} rows={12} maxLength={4000} lang={locale} onChange={take('body')} />
          <LongField name="short" label={templates.short} hint={templates.shortHint} known={words.short} problem={problem} rows={3} maxLength={300} lang={locale} onChange={take('short')} />
          <Button type="primary" htmlType="submit">
            {templates.save}
          </Button>
        </Form>
      </Pane>
      <div>
        <Pane title={templates.preview} note={templates.previewHint}>
          <Facts
            items={[
              { name: templates.subject, value: filled(typed.subject) },
              { name: templates.body, value: <pre className="letter">{filled(typed.body)}</pre> },
              { name: templates.short, value: filled(typed.short) },
            ]}
          />
        </Pane>
        <Pane title={templates.places} note={templates.placesHint}>
          <Facts items={placeholdersOf(kind).map((name) => ({ name: `{${name}}`, value: places[name] ?? '' }))} />
        </Pane>
      </div>
    </div>
  );
}

function Versions({ locale, versions }: Pick<Route.ComponentProps['loaderData'], 'locale' | 'versions'>) {
  const { templates } = useWords(notificationWords);
  const again = (version: number, label: string) => <ConfirmButton label={label} question={templates.restoreAsk} fields={{ deed: 'restore', locale, version: String(version) }} danger={false} size="small" />;
  const isBuiltIn = !versions[0]?.words;
  return (
    <Pane title={templates.versions} actions={isBuiltIn ? undefined : again(0, templates.restoreBuiltIn)}>
      {versions.length === 0 && <p>{templates.noVersions}</p>}
      <ul className="history">
        {versions.map(({ version, words, by, at }, n) => (
          <li key={version}>
            <b>{templates.version(version)}</b> {words ? words.subject : templates.builtIn} <time>{templates.by(by, beijingTime(at))}</time> {n > 0 && words && again(version, templates.restore)}
          </li>
        ))}
      </ul>
    </Pane>
  );
}
