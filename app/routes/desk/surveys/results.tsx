import { Alert, Button } from 'antd';
import { Form } from 'react-router';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { RegionAsked } from '#app/domain/children/survey-results/input.ts';
import { atLeast, mostRounds, shareOf, themeMeans } from '#app/domain/children/survey-results/model.ts';
import { regionResult } from '#app/domain/children/survey-results/read.ts';
import { audiences } from '#app/domain/children/surveys/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { percent, range } from '../../public/surveys/numbers.ts';
import { Field, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import type { Route } from './+types/results.ts';

const mostListed = 60;

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const asked = query(request, RegionAsked);
    const own = regionsFor(ctx.actor, 'survey.results');
    const region = own.find((code) => asked.region && contains(code, asked.region)) ? asked.region! : own[0];
    if (!region) throw new Refusal('not-allowed', 403);
    const { year = Number(beijingDay(ctx.now).slice(0, 4)), audience = 'children-8-12' } = asked;
    const { rounds, isCut, items } = await regionResult(ctx, 'staff', { region, year, audience });
    return {
      year, audience, path: region === '*' ? [] : await regionPath(ctx, region), isCut,
      items: items.map((item) => ({ ...item, by: undefined, share: shareOf(item) })), themes: themeMeans(items),
      rounds: rounds.slice(0, mostListed).map(({ table, ...round }) => ({ ...round, answered: atLeast(table.items), themes: themeMeans(table.items) })),
    };
  });
}

/** 各社区的调查结果: themes and questions of a region, and the rounds they are made of. */
export default function DeskSurveyResults({ loaderData }: Route.ComponentProps) {
  const words = useWords(surveyResultsWords);
  const all = useWords(surveysWords);
  const locale = useLocale();
  const { year, audience, path, items, themes, rounds, isCut } = loaderData;
  const said = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' && en) || zh;
  return (
    <>
      <PageHead title={words.region.title} crumbs={[{ label: all.title, to: '/desk/surveys' }]} lead={words.region.lead} />
      <Pane>
        <Form method="get">
          <Field name="region" label={words.region.region} problem={undefined}><RegionFilter id="field-region" path={path} none={words.region.all} /></Field>
          <TextField name="year" label={words.region.year} known={String(year)} inputMode="numeric" problem={undefined} />
          <SelectField name="audience" label={words.region.audience} known={audience} problem={undefined} options={audiences.map((value) => ({ value, label: all.audiences[value] }))} />
          <Button htmlType="submit">{words.region.show}</Button>
        </Form>
      </Pane>
      {isCut && <Alert type="warning" showIcon title={words.region.cut(mostRounds)} />}
      {rounds.length === 0 ? <Pane><p>{words.region.none}</p></Pane> : (
        <>
          <Pane title={words.themes.title} flush>
            <FigureTable label={words.themes.caption} rows={themes} keyOf={({ theme }) => theme} columns={[
              { name: 'theme', title: words.themes.theme, place: 'main', show: ({ theme }) => all.themes[theme] },
              { name: 'mean', title: words.themes.mean, show: ({ mean }) => (mean ? percent(mean.value) : words.hidden) },
              { name: 'range', title: words.themes.range, show: ({ mean }) => (mean ? range(mean) : '') },
            ]} />
          </Pane>
          <Pane title={words.region.caption} flush>
            <FigureTable label={words.region.caption} rows={items} keyOf={({ wording }) => wording} columns={[
              { name: 'item', title: words.items.item, place: 'main', show: ({ text }) => said(text) },
              { name: 'share', title: words.items.share, show: ({ share }) => (share ? percent(share.value) : words.hidden) },
              { name: 'range', title: words.items.range, show: ({ share }) => (share ? range(share) : '') },
              { name: 'rounds', title: words.region.communities, show: (item) => words.region.rounds(item.rounds) },
            ]} />
          </Pane>
          <Pane title={words.region.communities} flush>
            <FigureTable label={words.region.communities} rows={rounds} keyOf={({ roundId }) => roundId} columns={[
              { name: 'place', title: words.region.place, place: 'main', show: (round) => <a href={`/surveys/${round.roundId}`}>{round.place} · {round.title}</a> },
              { name: 'closed', title: words.facts.closedOn, show: ({ closedOn }) => shortDay(closedOn, locale) },
              { name: 'answered', title: words.facts.answered, show: ({ answered }) => (answered === undefined ? words.hidden : words.facts.atLeast(answered)) },
              ...themes.map(({ theme }) => ({ name: theme, title: all.themes[theme], show: (round: (typeof rounds)[number]) => {
                const mean = round.themes.find((each) => each.theme === theme)?.mean;
                return mean ? percent(mean.value) : words.hidden;
              } })),
            ]} />
          </Pane>
        </>
      )}
    </>
  );
}
