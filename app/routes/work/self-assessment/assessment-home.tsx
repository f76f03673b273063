import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { scoreOf } from '#app/domain/base/rule-results/model.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { Which } from '#app/domain/pilot/self-assessment/held.ts';
import { sectionScores } from '#app/domain/pilot/self-assessment/model.ts';
import type { Assessment } from '#app/domain/pilot/self-assessment/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { MissingBox } from '#app/ui/light/missing-box.tsx';
import { Radar } from '#app/ui/light/radar.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { WorkHead } from '../work-head.tsx';
import { CopyCard, CorrectCard, Delegations, Rounds, SubmitCard } from './deed-cards.tsx';
import { lackLines, ruleLines } from './standing.ts';
import { sectionAddress, yearAddress } from './which.ts';

type Shown = {
  place: WorkPlace; which: Which; assessment: Assessment; before: { year: number; levels: Record<string, Level> } | undefined; colleagues: readonly { id: string; name: string }[];
  isOldEdition: boolean; copied: { rules: number; left: number } | undefined; problem: Problem | undefined;
};

const mostLines = 12;

/** 一年的自评: how far each section is, who has it, what is still missing, and handing in. */
export function AssessmentHome({ place, which, assessment, before, colleagues, isOldEdition, copied, problem }: Shown) {
  const words = useWords(assessmentWords);
  const { home } = words;
  const locale = useLocale();
  const { held, edition, sections, musts, lacks, levels, canFill, canSubmit, earlier } = assessment;
  const where = { edition, which, locale };
  const score = scoreOf(levels);
  const last = assessment.submissions[0];
  const few = lackLines(lacks.slice(0, mostLines), where, words);
  const rest = lacks.length - few.length;
  return (
    <>
      <PageTitle title={`${words.titleOf(which.year)} · ${place.name}`} />
      <WorkHead
        place={place}
        here="self-assessment"
        title={words.titleOf(which.year)}
        tags={<><span className="tag open">{words.statuses[held.status]}</span><span>{inLanguage(edition, locale)}</span></>}
        lead={last ? home.submitted(shortDay(beijingDay(last.submittedAt), locale), last.submittedByName) : words.lead}
      />
      <div className="wrap body atpage stacked">
        {problem?.refusal ? <Callout kind="bad">{problem.refusal === 'form-unreadable' && problem.given?.deed === 'submit' ? home.mustTick : problem.refusal === 'form-unreadable' && problem.given?.deed === 'correct' ? home.correctShort : refusalSentence(problem.refusal, locale)}</Callout> : null}
        {copied ? <Callout kind="ok">{home.copied(copied.rules, copied.left)}</Callout> : null}
        {held.status === 'correcting' ? <Callout>{home.correcting(held.correctionReason)}</Callout> : null}
        {isOldEdition && canFill ? <Callout kind="info">{home.newEdition(inLanguage(edition, locale))}</Callout> : null}
        <div className="row no-print">
          {last ? <ButtonLink kind="quiet" small href={yearAddress(which, '/receipt')}>{home.receipt}</ButtonLink> : null}
          <ButtonLink kind="quiet" small href={yearAddress(which, '/print')}>{home.print}</ButtonLink>
          <ButtonLink kind="quiet" small download href={yearAddress(which, '/assessment.xlsx')}>{home.xlsx}</ButtonLink>
          <ButtonLink kind="quiet" small download href={yearAddress(which, '/assessment.csv')}>{home.csv}</ButtonLink>
          <ButtonLink kind="quiet" small href={`/work/${place.code}/self-assessment/compare`}>{words.years.compare}</ButtonLink>
        </div>
        <div className="two">
          <div className="stacked">
            <section>
              <h2>{home.sections}</h2>
              <DataTable
                caption={home.sections}
                rows={sections}
                keyOf={(row) => row.id}
                columns={[
                  { head: home.section, isName: true, cell: (row) => <a href={sectionAddress(which, row.id)}>{words.form.here(row.id, inLanguage(edition.sections.find(({ id }) => id === row.id)!, locale))}</a> },
                  { head: home.done, right: true, cell: (row) => home.unit(row.rules - lacks.filter(({ ruleId }) => ruleId.startsWith(row.id)).length, row.rules) },
                  { head: home.score, right: true, cell: (row) => (row.score === null ? words.noScore : row.score.toFixed(1)) },
                  { head: home.who, cell: (row) => assessment.delegations.find(({ sectionId }) => sectionId === row.id)?.toName ?? <span className="muted">{home.nobody}</span> },
                ]}
              />
            </section>
            {canFill && earlier.length > 0 && assessment.rows.size < sections.reduce((sum, { rules }) => sum + rules, 0) ? <CopyCard years={earlier} /> : null}
            {canFill ? <Delegations assessment={assessment} colleagues={colleagues} /> : null}
            {canFill ? <SubmitCard canSubmit={canSubmit} lacks={lacks.length} /> : canSubmit ? <CorrectCard given={problem?.given} /> : null}
            <Rounds assessment={assessment} />
          </div>
          <div className="stacked">
            <section className="card">
              <div className="row between">
                <h2>{words.radar.whole}</h2>
                <b className="figure">{score === null ? words.noScore : words.points(score.toFixed(1))}</b>
              </div>
              <Radar
                axes={sections.map(({ id, score: of }, at) => ({ id, score: of, name: inLanguage(edition.sections[at]!, locale) }))}
                before={before ? sectionScores(edition.sections, before.levels).map((one) => one.score) : undefined}
                words={{ label: words.radar.label, now: words.radar.now, before: before ? words.radar.before(before.year) : undefined }}
              />
            </section>
            <MissingBox title={home.musts(musts.length)} items={ruleLines(musts, where)} />
            {canFill ? <MissingBox title={lacks.length > 0 ? home.lacks(lacks.length) : home.complete} items={rest > 0 ? [...few, { href: few[0]!.href, label: home.more(rest) }] : few} /> : null}
          </div>
        </div>
      </div>
    </>
  );
}
