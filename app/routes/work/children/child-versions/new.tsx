import { data, redirect } from 'react-router';
import { placeFor } from '#app/domain/base/communities/place-for.ts';
import { StartInput } from '#app/domain/children/child-versions/input.ts';
import { startVersion } from '#app/domain/children/child-versions/write-version.ts';
import { getNotice, listNotices } from '#app/domain/pilot/notices/read.ts';
import { forChildrenWords } from '#app/i18n/for-children.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey, layers } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/new.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await placeFor(ctx, 'child-version.write', params.code);
    const { rows } = await listNotices(ctx, { isPublic: true }, 20);
    return { place, notices: rows.map(({ id, title }) => ({ value: id, label: title })), asked: new URL(request.url).searchParams.get('notice') ?? '', saidBy: ctx.actor.name };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  return answer(ctx, request, StartInput, async (input) => {
    const notice = input.noticeId ? await getNotice(ctx, input.noticeId) : undefined;
    const id = await startVersion(ctx, params.code, input, notice);
    return redirect(`/work/${params.code}/children/child-versions/${id}`);
  });
}

/** 写一份儿童版: for whom, of what, and what is to be said. */
export default function NewVersion({ loaderData: { place, notices, asked, saidBy }, actionData }: Route.ComponentProps) {
  const words = useWords(forChildrenWords);
  const { start, form } = words;
  const locale = useLocale();
  const typed = (name: string, first = '') => (typeof actionData?.given?.[name] === 'string' ? (actionData.given[name] as string) : first);
  const wrong = (name: string) => actionData?.fields?.[name]?.[0];
  return (
    <>
      <PageTitle title={`${start.title} · ${place.name}`} />
      <ChildrenHead place={place} here="child-versions" title={start.title} lead={start.lead} />
      <div className="wrap body">
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        <form method="post" className="narrow">
          <ChoiceField id="layer" label={start.layer} words={form} required asList error={wrong('layer')} defaultValue={typed('layer', 'primary')}
            choices={layers.map((layer) => ({ value: layer, label: words.layers[layer], hint: start.layerHint[layer] }))} />
          <SelectField id="noticeId" label={start.notice} words={form} choices={notices} blank={start.otherText} defaultValue={typed('noticeId', asked)} />
          <TextField id="sourceName" label={start.sourceName} hint={start.sourceHint} words={form} error={wrong('sourceName')} defaultValue={typed('sourceName')} />
          <TextField id="title" label={start.name} hint={start.nameHint} words={form} required error={wrong('title')} defaultValue={typed('title')} />
          <TextField id="saidBy" label={start.saidBy} hint={start.saidByHint} words={form} required error={wrong('saidBy')} defaultValue={typed('saidBy', saidBy)} />
          <LongTextField id="text" label={start.text} hint={start.textHint} words={form} required rows={8} error={wrong('text')} defaultValue={typed('text')} />
          <p className="row"><Button>{start.go}</Button></p>
        </form>
      </div>
    </>
  );
}
