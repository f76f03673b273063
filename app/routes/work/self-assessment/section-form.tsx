import type { ComponentProps } from 'react';
import autosave from '#app/enhance/autosave.ts?worker&url';
import radar from '#app/enhance/radar.ts?worker&url';
import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import type { Which } from '#app/domain/pilot/self-assessment/held.ts';
import { isUnconfirmed } from '#app/domain/pilot/self-assessment/model.ts';
import type { Assessment } from '#app/domain/pilot/self-assessment/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import type { Problem } from '#app/platform/http.ts';
import { scriptWords } from '#app/routes/apply/form/script-words.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { MissingBox, WholeBar } from '#app/ui/light/missing-box.tsx';
import { Radar } from '#app/ui/light/radar.tsx';
import { Rail } from '#app/ui/light/rail.tsx';
import { SaveLine } from '#app/ui/light/save-line.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { WorkHead } from '../work-head.tsx';
import { RuleRow } from './rule-row.tsx';
import { percentOf, ruleLines } from './standing.ts';
import { sectionAddress, yearAddress } from './which.ts';

export type ShownAssessment = Omit<Assessment, 'submissions'>;
type Shown = { place: WorkPlace; assessment: ShownAssessment; which: Which; sectionId: string; who: string; savedAt: string; problem: Problem | undefined };

/** 自评的一个板块: rail, rules, what is missing always in sight, save line; the same form for the script and without it. */
export function SectionForm({ place, assessment, which, sectionId, who, savedAt, problem }: Shown) {
  const words = useWords(assessmentWords);
  const apply = useWords(applyWords);
  const locale = useLocale();
  const { edition, canFill, rows, lacks, delegations } = assessment;
  const sections = edition.sections;
  const at = sections.findIndex(({ id }) => id === sectionId);
  const section = sections[at]!;
  const rules = rulesOf(edition).filter((rule) => rule.section.id === sectionId);
  const title = words.form.here(section.id, inLanguage(section, locale));
  const copied = rules.filter(({ id }) => isUnconfirmed(rows.get(id))).length;
  const holder = delegations.find((one) => one.sectionId === sectionId);
  const refusal = problem?.refusal ? refusalSentence(problem.refusal, locale) : undefined;
  const turn = (value: string, href: string, label: string, kind: ComponentProps<typeof Button>['kind']) =>
    canFill ? <Button kind={kind!} name="go" value={value}>{label}</Button> : <ButtonLink kind={kind!} href={href}>{label}</ButtonLink>;
  return (
    <>
      <PageTitle title={`${title} · ${words.titleOf(which.year)}`} />
      <WorkHead place={place} here="self-assessment" title={title} lead={canFill ? words.form.reasonHint : undefined} beyond={[{ href: yearAddress(which), label: words.titleOf(which.year) }]} />
      <div className="wrap apply-page atpage">
        <form className="form" method="post" action={sectionAddress(which, sectionId)} noValidate data-autosave={canFill ? yearAddress(which, '/save') : undefined} data-words={scriptWords(apply)} data-here={sectionId} data-who={who}>
          <button className="vh" name="go" value="save" tabIndex={-1} aria-hidden="true" />
          <SectionRail assessment={assessment} which={which} here={sectionId} />
          <div>
            {refusal ? <Callout kind="bad">{refusal}</Callout> : null}
            {canFill ? null : <Callout kind="info">{words.form.closed}</Callout>}
            {holder && canFill ? <Callout kind="info">{holder.toUser === who ? words.form.mine(holder.note) : words.form.held(holder.toName)}</Callout> : null}
            {section.norms.map((norm) => (
              <section key={norm.id} className="card">
                <h2>{words.form.here(norm.id, inLanguage(norm, locale))}</h2>
                {rules.filter((rule) => rule.norm.id === norm.id).map((rule) => (
                  <RuleRow key={rule.id} rule={rule} assessment={assessment} which={which} given={problem?.given} />
                ))}
              </section>
            ))}
            <div className="row">
              {at > 0 ? turn('prev', sectionAddress(which, sections[at - 1]!.id), words.form.prev, 'quiet') : null}
              {at + 1 < sections.length ? turn('next', sectionAddress(which, sections[at + 1]!.id), words.form.next, 'primary') : turn('check', yearAddress(which), words.form.toEnd, 'primary')}
              {copied > 0 && canFill ? <Button kind="quiet" name="go" value="confirm-all">{words.form.confirmAll(copied)}</Button> : null}
            </div>
          </div>
          <SectionSide assessment={assessment} which={which} here={sectionId} />
          <SaveLine state={refusal ? 'unsaved' : 'saved'} text={refusal ?? words.form.saved(savedAt)} why={lacks.length > 0 ? words.form.why(lacks.length) : ''}>
            {canFill ? <Button kind="quiet" name="go" value="save">{words.form.save}</Button> : null}
            <ButtonLink href={yearAddress(which)}>{words.form.overview}</ButtonLink>
          </SaveLine>
        </form>
      </div>
      {canFill ? <script type="module" src={autosave} /> : null}
      {canFill ? <script type="module" src={radar} /> : null}
    </>
  );
}

/** 各板块: how much of each is filled in, and the way to handing in. */
function SectionRail({ assessment, which, here }: { assessment: ShownAssessment; which: Which; here: string }) {
  const words = useWords(assessmentWords);
  const locale = useLocale();
  const { edition, sections, lacks } = assessment;
  const parts = edition.sections.map((section, index) => {
    const ids = section.norms.flatMap((norm) => norm.rules.map((rule) => rule.id));
    const open = lacks.filter(({ ruleId }) => ids.includes(ruleId)).length;
    const { said, rules } = sections[index]!;
    const state = open === 0 ? ('done' as const) : said === 0 ? ('next' as const) : ('lack' as const);
    return { href: sectionAddress(which, section.id), title: words.form.here(section.id, inLanguage(section, locale)), note: words.home.unit(rules - open, rules), state, current: section.id === here };
  });
  const end = { href: yearAddress(which), title: words.form.overview, state: 'next' as const };
  const at = edition.sections.findIndex(({ id }) => id === here) + 1;
  return <Rail parts={[...parts, end]} words={{ label: words.form.rail, where: words.form.where(at, edition.sections.length), done: applyWords[locale].form.done }} />;
}

/** 旁栏: the must-rules that are not met, the radar, and how much is finished; redrawn after each save. */
function SectionSide({ assessment, which, here }: { assessment: ShownAssessment; which: Which; here: string }) {
  const words = useWords(assessmentWords);
  const locale = useLocale();
  const { edition, sections, musts, lacks } = assessment;
  const all = sections.reduce((sum, { rules }) => sum + rules, 0);
  return (
    <aside className="side" data-side="">
      <Radar isBrief axes={sections.map(({ id, score }, at) => ({ id, score, name: inLanguage(edition.sections[at]!, locale) }))} words={{ label: words.radar.label, now: words.radar.now }} />
      <MissingBox title={words.form.musts(musts.length)} items={ruleLines(musts, { edition, which, locale, here })} />
      <WholeBar label={words.form.whole} percent={percentOf(lacks.length, all)} note={words.form.note} />
    </aside>
  );
}
