import { redirect } from 'react-router';
import { z } from 'zod';
import { countHazards } from '#app/domain/service/hazards/counts.ts';
import { CodeInput } from '#app/domain/service/hazards/input.ts';
import { hazardKinds } from '#app/domain/service/hazards/model.ts';
import { trackHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { listHazards } from '#app/domain/service/hazards/read.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { PageTitle } from '../page-title.tsx';
import { regionAsked } from '../spaces/region-asked.ts';
import { RegionChoice } from '../spaces/region-choice.tsx';
import { HazardTable } from './hazard-table.tsx';
import type { Route } from './+types/hazards.ts';

const Asked = z.object({ ...cursorInput, region: z.string().optional(), kind: z.enum(hazardKinds).optional(), state: z.enum(['open', 'verified']).optional() });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const region = await regionAsked(ctx, asked.region ?? null);
    return { asked: { ...asked, region: region.code || undefined }, region, counts: region.code ? await countHazards(ctx, region.code) : null, page: await listHazards(ctx, { ...asked, region: region.code || undefined }) };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CodeInput, async ({ code }) => redirect(`/hazards/${(await trackHazard(ctx, code)).code}`));
}

/** 公开的隐患, and the way to one's own by its code. */
export default function HazardsPage({ loaderData: { asked, region, counts, page }, actionData }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const to = (changed: Partial<typeof asked>) => `/hazards?${new URLSearchParams(Object.entries({ ...asked, after: undefined, before: undefined, ...changed }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
  const error = problem.refusal ? refusalSentence(problem.refusal, locale) : problem.fields?.['code']?.[0];
  return (
    <>
      <div className="wrap">
        <PageTitle title={words.title} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
        <PageHead title={words.title} lead={words.lead} />
        <p className="row no-print"><ButtonLink href={asked.region ? `/hazards/report?region=${asked.region}` : '/hazards/report'}>{words.report}</ButtonLink></p>
      </div>
      <Section title={words.list} lead={words.privacy} tight>
        <RegionChoice region={region} action="/hazards" keep={{ kind: asked.kind, state: asked.state }} />
        {counts ? <p>{words.counted(counts)}</p> : null}
        <FilterBar label={words.state} filters={[
          { href: to({ state: undefined }), label: words.all, current: !asked.state },
          { href: to({ state: 'open' }), label: words.open, current: asked.state === 'open' },
          { href: to({ state: 'verified' }), label: words.done, current: asked.state === 'verified' },
        ]} />
        {page.rows.length > 0 ? <HazardTable rows={page.rows} /> : <Empty drawing="eye" text={words.none} />}
        <Pager prev={page.previous ? to({ before: page.previous }) : undefined} next={page.next ? to({ after: page.next }) : undefined} words={{ label: words.list, prev: words.previous, next: words.next }} />
      </Section>
      <Section title={words.track.enter} mist tight>
        <form method="post" className="narrow">
          <TextField id="code" label={words.track.code} hint={words.track.codeHint} words={{ required: '', optional: '' }} required error={error} defaultValue={problem.given?.['code'] as string | undefined}
            input={{ maxLength: 40, autoComplete: 'off', spellCheck: false }} short />
          <p><Button kind="quiet">{words.track.go}</Button></p>
        </form>
      </Section>
    </>
  );
}
