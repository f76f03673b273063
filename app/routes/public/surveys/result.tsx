import { publicResult } from '#app/domain/children/survey-results/read.ts';
import { viewOf } from '#app/domain/children/survey-results/view.ts';
import { isForChildren } from '#app/domain/children/surveys/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { picturesOf } from './pictures.ts';
import { ResultBody } from './result-body.tsx';
import type { Route } from './+types/result.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const view = viewOf(await publicResult(ctx, params.id));
    return { view, pictures: await picturesOf(ctx, view) };
  });
}

/** 公开的调查结果 of one round. */
export default function PublicSurveyResult({ loaderData: { view, pictures } }: Route.ComponentProps) {
  const words = useWords(surveyResultsWords);
  const { crumb } = useWords(siteWords);
  const { head } = view;
  const at = `/surveys/${head.roundId}/results`;
  return (
    <>
      <PageTitle title={words.of(head.title, head.place)} about={words.lead} />
      <div className="wrap">
        <Breadcrumb label={crumb} links={[{ href: `/statistics/${head.regionCode}`, label: head.place }]} here={words.title} />
        <PageHead title={words.of(head.title, head.place)} lead={words.lead} tags={head.isInvented ? <Tag>{words.invented}</Tag> : undefined} />
      </div>
      <ResultBody view={view} pictures={pictures} reader="public" files={[
        { href: `${at}.csv`, label: words.files.csv }, { href: `${at}.xlsx`, label: words.files.xlsx }, { href: `${at}.json`, label: words.files.json },
        ...(isForChildren(head.audience) ? [{ href: `/child/survey/${head.roundId}/results`, label: words.files.child }] : []),
      ]} />
    </>
  );
}
