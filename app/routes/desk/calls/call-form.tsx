import { Button } from 'antd';
import { Form, useNavigation } from 'react-router';
import { type ApplicantLevel, applicantLevels } from '#app/domain/pilot/calls/model.ts';
import type { NoticeSettings, ReviewSettings } from '#app/domain/pilot/calls/model.ts';
import { clockOf } from '#app/domain/pilot/objections/model.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Field, LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { BlindnessFields } from './blindness-fields.tsx';

type Words = { zh: string; en: string };
export type Known = {
  title: string; titleEn: string; about: string; editionId: string; questionSetId: string; rubricId?: string | null; places: number; applicantLevels: readonly ApplicantLevel[];
  opensOn: string; closesOn: string; revision?: number;
  check: { checkDays: number; returnDays: number }; review: ReviewSettings; notice: NoticeSettings;
  rescueMinutes: number;
};
type Props = {
  known: Known; path: { code: string; name: string }[]; problem: Problem | undefined;
  choices: { editions: ({ id: string } & Words)[]; questionSets: { id: string; title: Words }[]; rubrics: ({ id: string } & Words)[] };
};

const objectionDays = ['appealDays', 'extensionDays', 'statementDays', 'reshowDays'] as const;

/** 批次表单: everything a call settles, on one page. */
export function CallForm({ known, path, problem, choices }: Props) {
  const words = useWords(callsWords);
  const en = useLocale() === 'en';
  const isSaving = useNavigation().state !== 'idle';
  const said = (text: Words) => (en ? text.en : text.zh);
  const names = words.fields;
  const number = (name: keyof typeof names, value: number, hint?: string) => (
    <TextField key={name} name={name} label={names[name]} {...(hint ? { hint } : {})} type="number" inputMode="numeric" min={0} known={String(value)} problem={problem} />
  );
  return (
    <Form method="post" className="measure">
      <ProblemAlert problem={problem} names={names} />
      {known.revision !== undefined && <input type="hidden" name="revision" value={known.revision} />}
      <Pane title={words.groups.what}>
        <TextField name="title" label={names.title} hint={words.hints.title} known={known.title} problem={problem} maxLength={120} />
        <TextField name="titleEn" label={names.titleEn} hint={words.hints.titleEn} known={known.titleEn} problem={problem} maxLength={200} optional />
        <LongField name="about" label={names.about} hint={words.hints.about} known={known.about} problem={problem} maxLength={4000} optional />
        <SelectField name="editionId" label={names.editionId} known={known.editionId} problem={problem} options={choices.editions.map((edition) => ({ value: edition.id, label: said(edition) }))} />
        <SelectField name="questionSetId" label={names.questionSetId} known={known.questionSetId} problem={problem} options={choices.questionSets.map((set) => ({ value: set.id, label: said(set.title) }))} />
        <SelectField name="rubricId" label={names.rubricId} hint={words.hints.rubricId} known={known.rubricId ?? ''} problem={problem} options={choices.rubrics.map((rubric) => ({ value: rubric.id, label: said(rubric) }))} optional />
      </Pane>
      <Pane title={words.groups.who}>
        <Region problem={problem} path={path} />
        <Levels problem={problem} chosen={known.applicantLevels} />
        {number('places', known.places, words.hints.places)}
        <div className="cols-2">
          <TextField name="opensOn" label={names.opensOn} type="date" known={known.opensOn} problem={problem} />
          <TextField name="closesOn" label={names.closesOn} hint={words.hints.closesOn} type="date" known={known.closesOn} problem={problem} />
        </div>
      </Pane>
      <Pane title={words.groups.check}>
        <div className="cols-2">
          {number('checkDays', known.check.checkDays)}
          {number('returnDays', known.check.returnDays)}
          {number('reviewsPerApplication', known.review.reviewsPerApplication)}
          <span />
          {number('scoreFrom', known.review.scoreFrom, words.hints.scores)}
          {number('scoreTo', known.review.scoreTo)}
          {number('noticeDays', known.notice.noticeDays)}
          {number('answerDays', known.notice.answerDays)}
          {objectionDays.map((name) => number(name, clockOf(known.notice)[name]))}
          {number('rescueMinutes', known.rescueMinutes, words.hints.rescueMinutes)}
        </div>
      </Pane>
      <BlindnessFields review={known.review} problem={problem} />
      <div className="dform-act">
        <Button type="primary" htmlType="submit" loading={isSaving}>{words.save}</Button>
      </div>
    </Form>
  );
}

function Region({ problem, path }: { problem: Problem | undefined; path: Props['path'] }) {
  const words = useWords(callsWords);
  return (
    <Field name="regionCode" label={words.fields.regionCode} hint={words.hints.regionCode} problem={problem} optional>
      <RegionFilter name="regionCode" path={path} deepest={3} id="field-regionCode" />
    </Field>
  );
}

function Levels({ problem, chosen }: { problem: Problem | undefined; chosen: readonly ApplicantLevel[] }) {
  const words = useWords(callsWords);
  const given = problem?.given?.applicantLevels;
  const isOn = (level: ApplicantLevel) => (problem?.given ? Array.isArray(given) && given.includes(level) : chosen.includes(level));
  const wrong = problem?.fields?.applicantLevels;
  return (
    <fieldset className="dfield choices" id="field-applicantLevels">
      <legend className="name">{words.fields.applicantLevels}</legend>
      <span className="hint">{words.hints.applicantLevels}</span>
      {applicantLevels.map((level) => (
        <label key={level}>
          <input type="checkbox" name="applicantLevels[]" value={level} defaultChecked={isOn(level)} /> {words.levels[level]}
        </label>
      ))}
      {wrong && <span className="wrong">{wrong.join(' ')}</span>}
    </fieldset>
  );
}
