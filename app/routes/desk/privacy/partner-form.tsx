import { Button } from 'antd';
import { Form } from 'react-router';
import { dataKinds } from '#app/domain/children/impact-assessments/model.ts';
import type { PartnerInput } from '#app/domain/children/sharing/input.ts';
import { partnerKinds } from '#app/domain/children/sharing/model.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PlaceField } from './place-field.tsx';
import { Ticks } from './ticks.tsx';

/** 合同内容 of a partner, new or not enabled yet. */
export function PartnerForm({ known, path, problem }: { known?: PartnerInput; path: { code: string; name: string }[]; problem: Problem | undefined }) {
  const all = useWords(sharingWords);
  const { fields, hints, save } = all.partners;
  const { dataKinds: kinds } = useWords(impactWords);
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="save" />
      <TextField name="name" label={fields.name} known={known?.name} maxLength={80} problem={problem} />
      <SelectField name="kind" label={fields.kind} hint={hints.kind} known={known?.kind} options={partnerKinds.map((value) => ({ value, label: all.kinds[value] }))} problem={problem} />
      <PlaceField label={fields.region} hint={hints.region} path={path} problem={problem} none={all.nation} />
      <TextField name="creditCode" label={fields.creditCode} known={known?.creditCode} optional maxLength={18} problem={problem} />
      <TextField name="contact" label={fields.contact} hint={hints.contact} known={known?.contact} maxLength={120} problem={problem} />
      <TextField name="contract" label={fields.contract} known={known?.contract} maxLength={80} problem={problem} />
      <TextField name="validFrom" type="date" label={fields.validFrom} known={known?.validFrom} problem={problem} />
      <TextField name="validTo" type="date" label={fields.validTo} known={known?.validTo} problem={problem} />
      <Ticks name="fields" label={fields.fields} options={dataKinds.map((value) => ({ value, label: kinds[value] }))} chosen={known?.fields ?? []} problem={problem} />
      <LongField name="scope" label={fields.scope} known={known?.scope} rows={3} maxLength={1000} problem={problem} />
      <LongField name="duties" label={fields.duties} hint={hints.duties} known={known?.duties} rows={3} maxLength={2000} problem={problem} />
      <Button type="primary" htmlType="submit">{save}</Button>
    </Form>
  );
}
