import type { Offer } from '#app/domain/base/evidence/offers.ts';
import type { QuestionSection } from '#app/domain/pilot/calls/model.ts';
import autosave from '#app/enhance/autosave.ts?worker&url';
import upload from '#app/enhance/upload.ts?worker&url';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { beijingDay, beijingTime, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { SaveLine } from '#app/ui/light/save-line.tsx';
import { FormLinks } from './form-links.tsx';
import { FormHead } from './form-head.tsx';
import { PaperField } from './paper-field.tsx';
import { QuestionField } from './question-field.tsx';
import { type Form, ReadOnlyPart } from './read-only-part.tsx';
import { scriptWords } from './script-words.ts';
import { FormRail, FormSide } from './side.tsx';
import { givenAnswer } from './given-answer.ts';
import { said } from './words-of.ts';

type Shown = { form: Form; section: QuestionSection; offers: readonly Offer[]; others: readonly { name: string }[]; add: string; who: string; today: string; problem: Problem | undefined };

/** 申报表的一部分: rail, questions, what is missing, save line. */
export function SectionPage({ form, section, offers, others, add, who, today, problem }: Shown) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const { application, set, progress } = form;
  const at = set.sections.indexOf(set.sections.find((one) => one.id === section.id)!);
  const saved = beijingTime(application.updatedAt);
  const savedAt = saved.startsWith(beijingDay(new Date(today))) ? saved.slice(11) : shortTime(application.updatedAt, locale);
  const refusal = problem?.refusal ? refusalSentence(problem.refusal, locale) : undefined;
  return (
    <div className="wrap apply-page">
      <PageTitle title={`${said(section.title, locale)} · ${application.unit}`} />
      <FormHead form={form} today={today} here={said(section.title, locale)} />
      <form className="form" method="post" encType="multipart/form-data" action={`/apply/${application.id}/${section.id}`} noValidate
        data-autosave={form.canFill ? `/apply/${application.id}/save` : undefined} data-words={scriptWords(words)} data-here={section.id} data-who={who}>
        <button className="vh" name="go" value="save" tabIndex={-1} aria-hidden="true" />
        <FormRail form={form} here={section.id} />
        <div>
          {refusal ? <Callout kind="bad">{refusal}</Callout> : null}
          <FormLinks at={`/apply/${application.id}`} kind="filled" importAt={form.canFill ? `/apply/${application.id}/import` : undefined} />
          {application.status === 'returned' ? <Callout>{words.form.returnedLead}</Callout> : null}
          {form.canFill ? null : <Callout kind="info">{words.form.closed}</Callout>}
          <div className="card">
            <h2>{words.form.part(at + 1, said(section.title, locale))}</h2>
            {section.intro ? <p className="small muted">{said(section.intro, locale)}</p> : null}
            <Questions form={form} section={section} offers={offers} add={add} problem={problem} />
          </div>
          <div className="row">
            {at > 0 ? <Turn form={form} value="prev" href={set.sections[at - 1]!.id} label={words.form.prev} quiet /> : null}
            <Turn form={form} value="next" href={set.sections[at + 1]?.id ?? 'check'} label={at + 1 < set.sections.length ? words.form.next(at + 2) : words.form.toCheck} />
          </div>
        </div>
        <FormSide form={form} here={section.id} others={others} />
        <SaveLine state={refusal ? 'unsaved' : 'saved'} text={refusal ? words.form.notYet : words.form.savedAt(savedAt)}
          why={progress.lacks.length > 0 ? words.form.whyNot(progress.lacks.length) : ''}>
          <ButtonLink kind="quiet" href={`/apply/${application.id}/print`}>{words.form.preview}</ButtonLink>
          {form.canFill ? <Button kind="quiet" name="go" value="save">{words.form.save}</Button> : null}
          <SubmitWay form={form} />
        </SaveLine>
      </form>
      {form.canFill ? <script type="module" src={autosave} /> : null}
      {form.canFill && section.questions.some((question) => question.kind === 'paper') ? <script type="module" src={upload} /> : null}
    </div>
  );
}

function Questions({ form, section, offers, add, problem }: Pick<Shown, 'form' | 'section' | 'offers' | 'add' | 'problem'>) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const reasonOf = (id: string) => form.returned.filter((line) => line.item === id).map((line) => line.reason).join(locale === 'en' ? '; ' : '；') || undefined;
  const isWhole = form.returned.some((line) => line.item === 'auto:required');
  const lacks = new Map(form.progress.lacks.map((lack) => [lack.questionId, lack]));
  const isShown = (id: string) => form.canFill && (form.application.status !== 'returned' || isWhole || reasonOf(id) !== undefined);
  const fixed = section.questions.filter((question) => !isShown(question.id));
  return (
    <>
      {section.questions.filter((question) => isShown(question.id)).map((question) => {
        const lack = lacks.get(question.id);
        const isBlank = lack?.why === 'empty' || lack?.why === 'paper-missing' || lack?.why === 'conflict';
        const error = lack && !isBlank ? words.lacks[lack.why](lack.figure ?? '') : undefined;
        const shown = { question, error, reason: reasonOf(question.id) };
        if (question.kind === 'paper') return <PaperField key={question.id} {...shown} papers={form.papers} applicationId={form.application.id} offers={question.paper === 'attachment' ? offers : []} />;
        return (
          <QuestionField key={question.id} {...shown} row={form.answers[question.id]} given={givenAnswer(question, problem?.given)}
            extraRows={add === question.id ? 1 : 0} />
        );
      })}
      {fixed.length > 0 ? <ReadOnlyPart form={form} questions={fixed} /> : null}
    </>
  );
}

function Turn({ form, value, href, label, quiet }: { form: Form; value: string; href: string; label: string; quiet?: boolean }) {
  if (!form.canFill) return <ButtonLink kind={quiet ? 'quiet' : 'primary'} href={`/apply/${form.application.id}/${href}`}>{label}</ButtonLink>;
  return <Button kind={quiet ? 'quiet' : 'primary'} name="go" value={value}>{label}</Button>;
}

function SubmitWay({ form }: { form: Form }) {
  const words = useWords(applyWords);
  if (!form.canSubmit) return null;
  return <Button name="go" value="check" disabled={form.progress.lacks.length > 0} aria-describedby="why-not">{words.form.submit}</Button>;
}
