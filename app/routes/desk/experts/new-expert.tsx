import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { ExpertInput } from '#app/domain/pilot/experts/input.ts';
import { expertFields } from '#app/domain/pilot/experts/model.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { Field, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import type { Route } from './+types/new-expert.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(() => {
    allowAnywhere(context.get(ctxKey), 'expert.register');
    return null;
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ExpertInput, async (input) => {
    await registerExpert(ctx, input);
    return redirect('/desk/experts');
  });
}

export default function NewExpert({ actionData }: Route.ComponentProps) {
  const words = useWords(reviewWords);
  const given: unknown = actionData?.given?.fields;
  const isOn = (field: string) => Array.isArray(given) && given.some((one) => one === field);
  const names = { account: words.account, fields: words.fieldsName, regionCode: words.region, organisationName: words.organisation };
  return (
    <>
      <PageHead crumbs={[{ label: words.experts, to: '/desk/experts' }]} title={words.addExpert} />
      <Form method="post" className="measure">
        <ProblemAlert problem={actionData} names={names} />
        <Pane>
          <TextField name="account" label={words.account} problem={actionData} maxLength={120} />
          <fieldset className="dfield choices" id="field-fields">
            <legend className="name">{words.fieldsName}</legend>
            {expertFields.map((field) => (
              <label key={field}><input type="checkbox" name="fields[]" value={field} defaultChecked={isOn(field)} /> {words.fields[field]}</label>
            ))}
            {actionData?.fields?.fields && <span className="wrong">{actionData.fields.fields.join(' ')}</span>}
          </fieldset>
          <Field name="regionCode" label={words.region} hint={words.regionHint} problem={actionData} optional>
            <RegionFilter name="regionCode" deepest={3} id="field-regionCode" />
          </Field>
          <TextField name="organisationName" label={words.organisation} hint={words.organisationHint} problem={actionData} maxLength={120} optional />
        </Pane>
        <Button type="primary" htmlType="submit">{words.addExpert}</Button>
      </Form>
    </>
  );
}
