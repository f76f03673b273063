import { drawAgain, publicSpotCheck } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/spot-check.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  return show(async () => {
    const { population, ...check } = await publicSpotCheck(context.get(ctxKey), params.id);
    return { check, count: population.length, verdict: new URL(request.url).searchParams.has('verify') ? drawAgain({ ...check, population }) : undefined };
  });
}

const squares = { kept: 'done', 'partly-kept': 'now', 'not-kept': 'late', 'not-reached': 'rest' } as const;

/** 一次抽查, for everybody: sample, findings, recipe; anybody draws it again. */
export default function PublicSpotCheck({ loaderData: { check, count, verdict } }: Route.ComponentProps) {
  const { public: words, spot } = useWords(evaluationWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  return (
    <div className="wrap body apply-page">
      <PageTitle title={check.title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/spot-checks', label: words.spotTitle }]} here={check.title} />
      <PageHead title={check.title} lead={spot.drawnBy(check.drawnByName, beijingTime(check.drawnAt).slice(0, 16))} />
      {verdict ? <Callout kind={verdict.isSame ? 'ok' : 'bad'}>{verdict.isSame ? spot.same : spot.different}</Callout> : null}
      <DataTable
        caption={spot.sample}
        showCaption
        rows={check.picks}
        keyOf={({ id }) => id}
        columns={[
          { head: spot.position, right: true, cell: (row) => row.position },
          { head: spot.unit, isName: true, cell: (row) => <a href={`/communities/${row.regionCode}`}>{row.name}</a> },
          { head: spot.outcome, cell: (row) => (row.outcome ? <Status state={squares[row.outcome]}>{spot.outcomes[row.outcome]}</Status> : spot.noOutcome) },
          { head: spot.foundOn, cell: (row) => (row.foundOn ? shortDay(row.foundOn, locale) : '—') },
        ]}
      />
      <section className="card">
        <h2>{spot.recipe}</h2>
        <ol>{spot.recipeLines.map((line) => <li key={line}>{line}</li>)}</ol>
        <Facts
          facts={[
            { term: spot.seed, text: <code style={{ overflowWrap: 'anywhere' }}>{spot.seedOf(check.seed, check.seedSource)}</code> }, { term: spot.region, text: check.place || spot.nation },
            { term: spot.digits, text: spot.digitsOf[check.digits as 0 | 2 | 4] }, { term: spot.size, text: check.size }, { term: spot.sample, text: spot.population(count) },
            { term: spot.populationHash, text: <code style={{ overflowWrap: 'anywhere' }}>{check.populationHash}</code> }, { term: spot.sampleHash, text: <code style={{ overflowWrap: 'anywhere' }}>{check.sampleHash}</code> },
          ]}
        />
        <form className="row no-print">
          <Button name="verify" value="yes">{spot.verify}</Button>
          <ButtonLink kind="quiet" href={`/spot-checks/${check.id}/recipe.json`} download>{spot.file}</ButtonLink>
        </form>
      </section>
    </div>
  );
}
