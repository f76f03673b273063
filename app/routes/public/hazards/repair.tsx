import { redirect } from 'react-router';
import { RepairInput } from '#app/domain/service/hazards/input.ts';
import { repairSheet } from '#app/domain/service/hazards/one-hazard.ts';
import { repairByCode } from '#app/domain/service/hazards/repair-hazard.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { PageTitle } from '../page-title.tsx';
import { photosOf } from './photos-of.ts';
import type { Route } from './+types/repair.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(() => repairSheet(context.get(ctxKey), params.code));
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, RepairInput, async (input, _given, form) => {
    await repairByCode(ctx, params.code, input, await photosOf(form));
    return redirect(`/hazards/repair/${encodeURIComponent(params.code)}`);
  });
}

/** 维修单, on the telephone of whoever repairs it, without an account. */
export default function RepairPage({ loaderData: sheet, actionData }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const spaces = useWords(spacesWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const frame = (id: string) => ({ id, name: id, words: { required: spaces.required, optional: spaces.optional }, error: problem.fields?.[id]?.[0] });
  const { repair } = words;
  return (
    <div className="wrap body">
      <PageTitle title={repair.title} />
      <PageHead title={repair.title} lead={repair.lead} tags={<Tag kind={sheet.danger === 3 ? 'check' : 'plain'}>{words.dangers[sheet.danger]}</Tag>} />
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {sheet.state === 'repaired' ? <Callout kind="ok"><p>{repair.done}</p></Callout> : sheet.reopened > 0 ? <Callout kind="info"><p>{repair.again} {sheet.note}</p></Callout> : null}
      <Facts facts={[
        { term: repair.what, text: `${words.kinds[sheet.kind]}${sheet.text ? ` · ${sheet.text}` : ` · ${repair.childWords}`}` },
        ...(sheet.note ? [{ term: words.work.assignNote, text: <span className="kept">{sheet.note}</span> }] : []),
        { term: words.track.where, text: `${sheet.placeText} · ${sheet.place}` },
        ...(sheet.lng !== null ? [{ term: repair.exact, text: `${sheet.lng.toFixed(5)}, ${sheet.lat!.toFixed(5)} (WGS84)` }] : []),
        ...(sheet.dueOn ? [{ term: repair.due, text: shortDay(sheet.dueOn, locale) }] : []),
      ]} />
      {sheet.photos.length > 0 ? <div className="row">{sheet.photos.map((id) => <img key={id} src={`/hazards/repair/${sheet.code}/photos/${id}?thumbnail`} alt={words.photoBefore} width={240} height={180} style={{ maxWidth: '100%', height: 'auto' }} />)}</div> : null}
      {sheet.state === 'assigned' ? (
        <form method="post" encType="multipart/form-data" className="narrow">
          <LongTextField {...frame('note')} label={repair.note} required rows={3} defaultValue={given['note']} input={{ maxLength: 500 }} />
          <TextField {...frame('name')} label={repair.name} defaultValue={given['name'] ?? sheet.assigneeName} input={{ maxLength: 60 }} />
          <UploadField {...frame('photos')} label={repair.photo} required hint={repair.photoHint} choose={words.form.choose} rule={words.form.rule} accept="image/*" multiple />
          <Button>{repair.submit}</Button>
        </form>
      ) : sheet.state === 'repaired' ? null : <Callout kind="info"><p>{repair.already}</p></Callout>}
    </div>
  );
}
