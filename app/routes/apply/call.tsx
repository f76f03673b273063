import { getCall } from '#app/domain/pilot/calls/read.ts';
import type { Question } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { ruleOf } from '#app/domain/pilot/panels/ranking-rule.ts';
import { ruleLines } from '#app/domain/pilot/panels/rule-lines.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead, Section } from '#app/ui/light/section.tsx';
import { Steps } from '#app/ui/light/steps.tsx';
import { FormLinks } from './form/form-links.tsx';
import { said } from './form/words-of.ts';
import type { Route } from './+types/call.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const call = await getCall(ctx, params.id);
    const today = beijingDay(ctx.now);
    const isOpen = call.state === 'published' && today >= call.opensOn && today <= call.closesOn;
    return { call, set: await getQuestionSet(ctx, call.questionSetId), isOpen, rule: (await ruleOf(ctx, call.id)).rule };
  });
}

export default function CallPage({ loaderData: { call, set, isOpen, rule } }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const { ranking } = useWords(panelWords);
  const locale = useLocale();
  const title = locale === 'en' && call.titleEn ? call.titleEn : call.title;
  const comma = locale === 'en' ? ', ' : '、';
  return (
    <>
      <PageTitle title={title} />
      <div className="wrap">
        <Breadcrumb label={words.form.crumbs} links={[{ href: '/', label: words.form.home }, { href: '/apply', label: words.home.title }]} here={title} />
        <PageHead title={title} lead={call.about} />
        {call.extensions.map((extension) => (
          <Callout key={extension.to} kind="info">
            {words.call.extended(longDay(extension.from, locale), longDay(extension.to, locale), extension.reason)}
          </Callout>
        ))}
        <Facts
          facts={[
            { term: words.call.opens, text: words.call.from(longDay(call.opensOn, locale), longDay(call.closesOn, locale)) },
            { term: words.call.places, text: words.call.placesOf(call.places) },
            { term: words.call.where, text: call.regionName ?? words.call.nation },
            { term: words.call.who, text: call.applicantLevels.map((level) => words.levels[level]).join(comma) },
            { term: words.call.edition, text: said(call.edition, locale) },
            ...(call.rescueMinutes > 0 ? [{ term: words.call.rescue, text: words.call.rescueOf(call.rescueMinutes) }] : []),
          ]}
        />
        <div className="row no-print">
          {isOpen ? <ButtonLink href={`/apply/new?call=${call.id}`}>{words.home.start}</ButtonLink> : null}
          <ButtonLink kind="quiet" href="/recommend">{words.home.recommend}</ButtonLink>
        </div>
        <FormLinks at={`/apply/calls/${call.id}`} kind="blank" />
      </div>
      <Section title={words.call.how} mist>
        <Steps steps={words.call.steps.map(([step, text]) => ({ title: step!, text: text! }))} />
      </Section>
      <Section title={ranking.rule} lead={ranking.publicLead(call.places)}>
        <ul>{ruleLines(rule, locale).map((line) => <li key={line} style={{ overflowWrap: 'anywhere' }}>{line}</li>)}</ul>
      </Section>
      <Section title={words.call.blank} lead={words.call.blankLead} id="questions">
        {set.sections.map((section, index) => (
          <section key={section.id} className="print-part">
            <h3>{words.form.part(index + 1, said(section.title, locale))}</h3>
            <ul className="asked">
              {section.questions.map((question) => (
                <Asked key={question.id} question={question} />
              ))}
            </ul>
          </section>
        ))}
      </Section>
    </>
  );
}

function Asked({ question }: { question: Question }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const parts = (question.columns ?? question.options ?? []).map((part) => said(part.label, locale));
  return (
    <li>
      {question.number ? <span className="q">{question.number}</span> : null}
      <b>{said(question.label, locale)}</b>
      <span className={question.isRequired ? 'req' : 'opt'}>{question.isRequired ? words.form.required : words.form.optional}</span>
      {question.hint ? <p className="small muted">{said(question.hint, locale)}</p> : null}
      {parts.length > 0 ? <p className="small">{parts.join(' · ')}</p> : null}
    </li>
  );
}
