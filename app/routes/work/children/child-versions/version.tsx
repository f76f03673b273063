import { data, redirect } from 'react-router';
import { placeFor } from '#app/domain/base/communities/place-for.ts';
import { SaveInput } from '#app/domain/children/child-versions/input.ts';
import { mostLines } from '#app/domain/children/child-versions/model.ts';
import { polyphonesOf } from '#app/domain/children/child-versions/polyphones.ts';
import { publishVersion, withdrawVersion } from '#app/domain/children/child-versions/publish-version.ts';
import { getVersion } from '#app/domain/children/child-versions/read.ts';
import { saveVersion } from '#app/domain/children/child-versions/write-version.ts';
import { forChildrenWords } from '#app/i18n/for-children.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { LineFields } from './line-fields.tsx';
import { Problems } from './problems.tsx';
import type { Route } from './+types/version.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await placeFor(ctx, 'child-version.write', params.code);
    const version = await getVersion(ctx, place.code, params.id);
    return { place, version, polyphones: version.lines.map(polyphonesOf) };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const here = `/work/${params.code}/children/child-versions/${params.id}`;
  const isWithdrawn = new URL(request.url).searchParams.has('withdraw');
  if (isWithdrawn) return show(async () => { await withdrawVersion(ctx, params.code, params.id); return redirect(here); });
  return answer(ctx, request, SaveInput, async (input) => {
    await saveVersion(ctx, params.code, params.id, input);
    if (input.publish) await publishVersion(ctx, params.code, params.id);
    return redirect(here);
  });
}

/** 逐句看: each sentence with its picture, its readings, and why it is still too hard. */
export default function Version({ loaderData: { place, version, polyphones }, actionData }: Route.ComponentProps) {
  const words = useWords(forChildrenWords);
  const { edit, start, form } = words;
  const locale = useLocale();
  const hardOf = (at: number) => version.hard.find((one) => one.at === at)?.problems ?? [];
  const isPublic = version.state === 'published';
  const isLong = version.lines.length > mostLines[version.layer];
  const isReady = version.hard.length === 0 && !isLong;
  return (
    <>
      <PageTitle title={`${version.title} · ${place.name}`} />
      <ChildrenHead place={place} here="child-versions" title={version.title} lead={version.sourceName}
        tags={<><Tag kind={isPublic ? 'ok' : 'check'}>{words.states[version.state]}</Tag><Tag kind="plain">{words.layers[version.layer]}</Tag></>} />
      <div className="wrap body">
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        {isPublic ? (
          <form method="post" action="?withdraw=yes">
            <Callout kind="ok">{edit.published}</Callout>
            <p className="row"><ButtonLink kind="quiet" href={`/child/know/${version.id}`}>{words.seeIt}</ButtonLink><Button kind="stop">{edit.withdraw}</Button></p>
          </form>
        ) : (
          <Callout kind={isReady ? 'ok' : 'check'}>{isReady ? edit.allGood(version.lines.length) : isLong ? edit.tooMany(mostLines[version.layer]) : edit.hardOnes(version.hard.length)}</Callout>
        )}
        <form method="post">
          <fieldset disabled={isPublic}>
            <TextField id="title" label={edit.title} words={form} required defaultValue={version.title} error={actionData?.fields?.title?.[0]} />
            <Problems problems={hardOf(-1)} />
            <TextField id="saidBy" label={start.saidBy} hint={start.saidByHint} words={form} required defaultValue={version.saidBy} error={actionData?.fields?.saidBy?.[0]} />
            {version.lines.map((line, at) => <LineFields key={at} at={at} line={line} layer={version.layer} problems={hardOf(at)} polyphones={polyphones[at] ?? []} />)}
            <LongTextField id="more" label={edit.addLines} hint={edit.addHint} words={form} rows={3} />
            <TextField id="forGrownUps" label={edit.forGrownUps} hint={edit.forGrownUpsHint} words={form} defaultValue={version.forGrownUps} />
            <p className="note">{edit.measures}</p>
            {isPublic ? null : (
              <p className="row">
                <Button>{edit.save}</Button>
                {isReady ? <Button kind="quiet" name="publish" value="yes">{edit.publish}</Button> : <span className="small muted">{edit.whyNot}</span>}
              </p>
            )}
          </fieldset>
        </form>
      </div>
    </>
  );
}
