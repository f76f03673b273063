import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { levelOf, saidIn } from '#app/domain/pilot/self-assessment/model.ts';
import { getAssessment } from '#app/domain/pilot/self-assessment/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Radar } from '#app/ui/light/radar.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { whichOf } from './which.ts';
import type { Route } from './+types/print.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const [place, assessment] = await Promise.all([workPlace(ctx, params.code), getAssessment(ctx, whichOf(params))]);
    return { place, assessment };
  });
}

/** 自评表 on paper: a section a page, every rule with its level, reason and evidence. */
export default function PrintAssessment({ loaderData: { place, assessment } }: Route.ComponentProps) {
  const words = useWords(assessmentWords);
  const { kinds } = useWords(standardWords);
  const locale = useLocale();
  const { edition, rows, cited, sections, held, submissions } = assessment;
  const title = words.print.title(place.name, held.year);
  const last = held.status === 'submitted' ? submissions[0] : undefined;
  return (
    <div className="wrap body apply-page">
      <PageTitle title={title} />
      <PageHead title={title} lead={inLanguage(edition, locale)} />
      <Radar axes={sections.map(({ id, score }, at) => ({ id, score, name: inLanguage(edition.sections[at]!, locale) }))} words={{ label: words.radar.label, now: words.radar.now }} />
      {edition.sections.map((section) => (
        <section key={section.id} className="print-part">
          <h2 className="sectitle">{words.form.here(section.id, inLanguage(section, locale))}</h2>
          <DataTable
            caption={inLanguage(section, locale)}
            rows={section.norms.flatMap((norm) => norm.rules)}
            keyOf={(rule) => rule.id}
            columns={[
              { head: words.sheet.rule, isName: true, cell: (rule) => `${rule.id} ${kinds[rule.kind]} ${inLanguage(rule, locale)}` },
              { head: words.sheet.level, cell: (rule) => { const level = levelOf(rows.get(rule.id)); return level ? words.levels[level] : words.compare.unsaid; } },
              { head: words.sheet.reason, cell: (rule) => saidIn(rows.get(rule.id), 'reason') },
              { head: words.sheet.evidence, cell: (rule) => cited.filter(({ ruleId }) => ruleId === rule.id).map(({ title: piece }) => piece).join(locale === 'en' ? '; ' : '；') },
            ]}
          />
        </section>
      ))}
      <p className="small muted">{last ? words.print.foot(last.receiptCode, beijingTime(last.submittedAt)) : words.print.draft}</p>
    </div>
  );
}
