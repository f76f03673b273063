import { redirect } from 'react-router';
import { getNotice } from '#app/domain/pilot/notices/read.ts';
import { ObjectionInput } from '#app/domain/pilot/objections/input.ts';
import { receiveObjection } from '#app/domain/pilot/objections/receive-objection.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
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
import { EvidenceField } from './evidence-field.tsx';
import { evidenceOf } from './evidence-of.ts';
import type { Route } from './+types/form.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const { id, title, phase, entries } = await getNotice(context.get(ctxKey), params.id);
    return { id, title, phase, entries: entries.map(({ applicationId, name, path }) => ({ applicationId, name, path })) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ObjectionInput, async (input, _given, form) =>
    redirect(`/objections/${await receiveObjection(ctx, params.id, input, await evidenceOf(form))}?new=yes`),
  );
}

export default function ObjectionFormPage({ loaderData: notice, actionData }: Route.ComponentProps) {
  const all = useWords(noticesWords);
  const words = useWords(objectionsWords);
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
      <PageHead title={words.formTitle} lead={words.box.text} />
      {notice.phase === 'open' ? null : (
        <Callout kind="info">
          <p>{words.box.closed}</p>
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
      <form method="post" encType="multipart/form-data" className="narrow">
        <SelectField
          {...frame('applicationId')}
          label={words.about}
          blank={words.aboutAll}
          defaultValue={given['applicationId']}
          choices={notice.entries.map((entry) => ({ value: entry.applicationId, label: `${entry.path.join('')}${entry.name}` }))}
        />
        <ChoiceField
          {...frame('kind')}
          label={words.kind}
          hint={words.kindHint}
          asList
          defaultValue={given['kind'] ?? 'entry'}
          choices={(['entry', 'score'] as const).map((value) => ({ value, label: words.kinds[value] }))}
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
        <EvidenceField />
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
