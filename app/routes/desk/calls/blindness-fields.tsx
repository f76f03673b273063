import { applicantMarks, blindnessOf, officeNames, type ReviewPhase, reviewPhases, seeEachOther, seeMarks } from '#app/domain/pilot/calls/blindness-settings.ts';
import type { ReviewSettings } from '#app/domain/pilot/calls/model.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { SelectField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Props = { review: ReviewSettings; problem: Problem | undefined };

/** 盲审设置: four questions a phase, one about the applicant. */
export function BlindnessFields({ review, problem }: Props) {
  const words = useWords(blindnessWords);
  const settings = blindnessOf(review);
  const options = <V extends string>(values: readonly V[], said: Record<V, string>) => values.map((value) => ({ value, label: said[value] }));
  const phase = (name: ReviewPhase) => {
    const { reviewersSeeApplicant, reviewersSeeEachOther, marksOfOthers, officeSeesNames } = settings[name];
    const label = (field: keyof typeof words.fields) => `${words.phases[name]} · ${words.fields[field]}`;
    return (
      <div className="cols-2" key={name}>
        <SelectField name={`${name}SeesApplicant`} label={label('SeesApplicant')} hint={words.hints.SeesApplicant} known={reviewersSeeApplicant ? 'yes' : 'no'} problem={problem} options={options(['yes', 'no'] as const, words.SeesApplicant)} />
        <SelectField name={`${name}OfficeNames`} label={label('OfficeNames')} known={officeSeesNames} problem={problem} options={options(officeNames, words.OfficeNames)} />
        <SelectField name={`${name}SeesOthers`} label={label('SeesOthers')} known={reviewersSeeEachOther} problem={problem} options={options(seeEachOther, words.SeesOthers)} />
        <SelectField name={`${name}SeesMarks`} label={label('SeesMarks')} known={marksOfOthers} problem={problem} options={options(seeMarks, words.SeesMarks)} />
      </div>
    );
  };
  return (
    <Pane title={words.title}>
      <p className="note">{words.lead}</p>
      {reviewPhases.map(phase)}
      <SelectField name="applicantSees" label={words.fields.applicantSees} known={settings.applicantSees} problem={problem} options={options(applicantMarks, words.applicantSees)} />
    </Pane>
  );
}

/** 盲审规则 in words, as they stand on the page of a call. */
export function BlindnessRules({ review }: { review: ReviewSettings }) {
  const words = useWords(blindnessWords);
  const settings = blindnessOf(review);
  const { rule } = words;
  return (
    <Pane title={words.title}>
      <ul>
        {reviewPhases.map((name) => {
          const phase = settings[name];
          const what = [rule.SeesApplicant[phase.reviewersSeeApplicant ? 'yes' : 'no'], rule.SeesOthers[phase.reviewersSeeEachOther], rule.SeesMarks[phase.marksOfOthers], rule.OfficeNames[phase.officeSeesNames]];
          return <li key={name}>{words.said(words.phases[name], what)}</li>;
        })}
        <li>{rule.applicantSees(words.applicantSees[settings.applicantSees])}</li>
      </ul>
    </Pane>
  );
}
