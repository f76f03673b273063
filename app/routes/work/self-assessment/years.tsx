import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { listEditions } from '#app/domain/base/standard/read.ts';
import { StartInput } from '#app/domain/pilot/self-assessment/input.ts';
import { firstYear } from '#app/domain/pilot/self-assessment/model.ts';
import { assessmentYears } from '#app/domain/pilot/self-assessment/read.ts';
import { startAssessment } from '#app/domain/pilot/self-assessment/start-assessment.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { WorkHead } from '../work-head.tsx';
import { yearAddress } from './which.ts';
import type { Route } from './+types/years.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const [years, editions] = await Promise.all([assessmentYears(ctx, params.code), listEditions(ctx)]);
    const thisYear = Number(beijingDay(ctx.now).slice(0, 4));
    const taken = new Set(years.filter((one) => one.regionCode === params.code).map(({ year }) => year));
    const open = Array.from({ length: thisYear - firstYear + 1 }, (_, back) => thisYear - back).filter((year) => !taken.has(year));
    return { place, years, editions: editions.filter(({ state }) => state === 'published'), open, canFill: may(ctx.actor, 'assessment.fill', { regionCode: params.code }) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, StartInput, async (input) => {
    await startAssessment(ctx, params.code, input);
    return redirect(yearAddress({ regionCode: params.code, year: input.year }));
  });
}

const states = { draft: 'now', submitted: 'done', correcting: 'now' } as const;

/** 历年自评 of a community, and the way to begin another. */
export default function Years({ loaderData: { place, years, editions, open, canFill }, actionData }: Route.ComponentProps) {
  const { years: words, ...all } = useWords(assessmentWords);
  const fieldWords = useWords(applyWords).form;
  const locale = useLocale();
  const nameOf = (id: string) => {
    const edition = editions.find((one) => one.id === id);
    return edition ? inLanguage(edition, locale) : id;
  };
  const problem = actionData?.refusal ? refusalSentence(actionData.refusal, locale) : actionData?.fields?.year?.[0];
  return (
    <>
      <PageTitle title={`${all.title} · ${place.name}`} />
      <WorkHead place={place} here="self-assessment" lead={all.lead} />
      <div className="wrap body stacked atpage">
        {problem ? <Callout kind="bad">{problem}</Callout> : null}
        <div className="withside">
          <section>
            <div className="row between">
              <h2>{words.list}</h2>
              {years.length > 0 ? <ButtonLink kind="quiet" small href={`/work/${place.code}/self-assessment/compare`}>{words.compare}</ButtonLink> : null}
            </div>
            {years.length === 0 ? <Empty drawing="pencil" text={words.none} /> : (
              <DataTable
                caption={words.list}
                rows={years}
                keyOf={(row) => row.id}
                columns={[
                  { head: words.year, isName: true, cell: (row) => <a href={yearAddress(row)}>{all.titleOf(row.year)}{row.regionCode === place.code ? '' : ` · ${words.formerly(row.regionCode)}`}</a> },
                  { head: words.status, cell: (row) => <Status state={states[row.status]}>{all.statuses[row.status]}</Status> },
                  { head: words.score, right: true, cell: (row) => row.score?.toFixed(1) ?? all.noScore },
                  { head: words.at, cell: (row) => (row.submittedAt ? shortDay(beijingDay(row.submittedAt), locale) : all.noScore) },
                  { head: words.edition, cell: (row) => nameOf(row.editionId) },
                ]}
              />
            )}
          </section>
          {canFill && open.length > 0 ? (
            <form method="post" className="card">
              <h2>{words.begin}</h2>
              <p className="small muted">{words.beginLead}</p>
              <SelectField id="year" label={words.year} words={fieldWords} required hint={words.hint} choices={open.map((year) => ({ value: String(year), label: String(year) }))} defaultValue={String(open[0])} />
              {editions.length > 1 ? (
                <SelectField id="editionId" label={words.edition} words={fieldWords} required choices={editions.map(({ id }) => ({ value: id, label: nameOf(id) }))} defaultValue={editions[0]!.id} />
              ) : null}
              <div className="field"><Button>{words.beginButton}</Button></div>
            </form>
          ) : <div />}
        </div>
      </div>
    </>
  );
}
