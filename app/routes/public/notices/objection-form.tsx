import { redirect } from 'react-router';
import { ObjectionInput } from '#app/domain/pilot/notices/input.ts';
import { getNotice } from '#app/domain/pilot/notices/read.ts';
import { receiveObjection } from '#app/domain/pilot/notices/receive-objection.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/objection-form.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const { id, title, phase, entries } = await getNotice(context.get(ctxKey), params.id);
    return { id, title, phase, entries: entries.map(({ applicationId, name, path }) => ({ applicationId, name, path })) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ObjectionInput, async (input) => redirect(`/objections/${await receiveObjection(ctx, params.id, input)}?new=yes`));
}

export default function ObjectionFormPage({ loaderData: notice, actionData }: Route.ComponentProps) {
  const all = useWords(noticesWords);
  const words = all.objection;
  const site = useWords(siteWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const error = (name: string) => problem.fields?.[name]?.[0];
  const labels: Record<string, string> = { applicationId: words.about, manner: words.manner, name: words.name, contact: words.contact, content: words.content };
  const frame = (id: string) => ({ id, name: id, words: { required: words.required, optional: words.optional }, error: error(id) });
  return (
    <div className="wrap body">
      <PageTitle title={words.formTitle} />
      <Breadcrumb
        label={site.crumb}
        links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: all.title }, { href: `/notices/${notice.id}`, label: notice.title }]}
        here={words.formTitle}
      />
      <PageHead title={words.formTitle} lead={words.text} />
      {notice.phase === 'open' ? null : (
        <Callout kind="info">
          <p>{words.closed}</p>
          <p>
            <a href={`/notices/${notice.id}`}>{notice.title}</a>
          </p>
        </Callout>
      )}
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      <Errors
        title={words.errors(Object.keys(problem.fields ?? {}).length)}
        items={Object.entries(problem.fields ?? {}).map(([name, said]) => ({ href: `#${name}`, text: `${labels[name] ?? ''}${locale === 'en' ? ': ' : '：'}${said[0] ?? ''}` }))}
      />
      <form method="post" className="narrow">
        <SelectField
          {...frame('applicationId')}
          label={words.about}
          blank={words.aboutAll}
          defaultValue={given['applicationId']}
          choices={notice.entries.map((entry) => ({ value: entry.applicationId, label: `${entry.path.join('')}${entry.name}` }))}
        />
        <ChoiceField
          {...frame('manner')}
          label={words.manner}
          required
          asList
          defaultValue={given['manner'] ?? 'named'}
          choices={[
            { value: 'named', label: words.named, hint: words.namedHint },
            { value: 'anonymous', label: words.anonymous, hint: words.anonymousHint },
          ]}
        />
        <TextField {...frame('name')} label={words.name} hint={words.nameHint} defaultValue={given['name']} input={{ maxLength: 60, autoComplete: 'name' }} />
        <TextField {...frame('contact')} label={words.contact} hint={words.contactHint} defaultValue={given['contact']} input={{ maxLength: 120 }} />
        <LongTextField
          {...frame('content')}
          label={words.content}
          hint={words.contentHint}
          required
          rows={8}
          limit={4000}
          defaultValue={given['content']}
          input={{ maxLength: 4000 }}
        />
        <p className="row">
          <Button>{words.submit}</Button>
          <ButtonLink kind="plain" href={`/notices/${notice.id}`}>
            {site.cancel}
          </ButtonLink>
        </p>
      </form>
    </div>
  );
}
