import { getEdition } from '#app/domain/base/standard/read.ts';
import { publicEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { EvaluationView, Lines } from './evaluation-view.tsx';
import type { Route } from './+types/evaluation.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const evaluation = await publicEvaluation(ctx, params.code, params.id);
    return { evaluation, sections: evaluation.content.edition ? (await getEdition(ctx, evaluation.content.edition.id)).sections : null };
  });
}

/** 公开的评估报告. */
export default function PublicEvaluation({ loaderData: { evaluation, sections } }: Route.ComponentProps) {
  const words = useWords(evaluationWords);
  const site = useWords(siteWords);
  const pilots = useWords(pilotsWords);
  const locale = useLocale();
  const { content, hash, regionCode, id } = evaluation;
  const title = words.reportOf(content.community, words.kinds[content.kind], content.subject, content.year);
  const home = `/communities/${regionCode}`;
  return (
    <div className="wrap body apply-page">
      <PageTitle title={title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/pilots', label: pilots.title }, { href: home, label: content.community }]} here={words.kinds[content.kind]} />
      <PageHead title={title} lead={words.public.lead} />
      <div className="row no-print">
        {(['pdf', 'docx'] as const).map((format) => <ButtonLink key={format} kind="quiet" small href={`${home}/evaluations/${id}/report.${format}`}>{words.download[format]}</ButtonLink>)}
        <ButtonLink kind="plain" small href={home}>{words.public.back}</ButtonLink>
      </div>
      <EvaluationView content={content} sections={sections} />
      <section className="card"><h2>{words.commentTitle}</h2><Lines lines={evaluationLines(content, locale).comment} /></section>
      <p className="small muted">{words.hash} <code style={{ overflowWrap: 'anywhere' }}>{hash}</code> <a href="/verify">{words.public.verify}</a></p>
    </div>
  );
}
