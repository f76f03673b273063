import { Button } from 'antd';
import { Form } from 'react-router';
import { type ExpertField, expertFields } from '#app/domain/pilot/experts/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import type { Problem } from '#app/platform/http.ts';
import { Field, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';

type Known = { fields: readonly ExpertField[]; path: { code: string; name: string }[]; organisationName: string };

/** 专家资料表: of somebody new, who is named by an account, or of one who is listed already. */
export function ExpertForm({ problem, known, send }: { problem: Problem | undefined; known?: Known; send: string }) {
  const words = useWords(reviewWords);
  const given: unknown = problem?.given?.fields;
  const isOn = (field: ExpertField) => (Array.isArray(given) ? given.some((one) => one === field) : (known?.fields.includes(field) ?? false));
  const names = { account: words.account, fields: words.fieldsName, regionCode: words.region, organisationName: words.organisation };
  return (
    <Form method="post" className="measure">
      <ProblemAlert problem={problem} names={names} />
      <Pane>
        {!known && <TextField name="account" label={words.account} problem={problem} maxLength={120} />}
        <fieldset className="dfield choices" id="field-fields">
          <legend className="name">{words.fieldsName}</legend>
          {expertFields.map((field) => (
            <label key={field}><input type="checkbox" name="fields[]" value={field} defaultChecked={isOn(field)} /> {words.fields[field]}</label>
          ))}
          {problem?.fields?.fields && <span className="wrong">{problem.fields.fields.join(' ')}</span>}
        </fieldset>
        <Field name="regionCode" label={words.region} hint={words.regionHint} problem={problem} optional>
          <RegionFilter name="regionCode" deepest={3} id="field-regionCode" {...(known ? { path: known.path } : {})} />
        </Field>
        <TextField name="organisationName" label={words.organisation} hint={words.organisationHint} problem={problem} known={known?.organisationName} maxLength={120} optional />
      </Pane>
      <Button type="primary" htmlType="submit">{send}</Button>
    </Form>
  );
}
