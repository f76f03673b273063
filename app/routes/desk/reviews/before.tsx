import { Button } from 'antd';
import { Form } from 'react-router';
import { declaredKinds, statementVersion } from '#app/domain/pilot/conflicts/model.ts';
import type { getMyReview } from '#app/domain/pilot/review/my-reviews.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { checkWords } from '#app/i18n/check.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Review = Awaited<ReturnType<typeof getMyReview>>;

/** 开始之前: who applies, and the statement an expert confirms line by line; or why the review is closed. */
export function Before({ review }: { review: Review }) {
  const words = useWords(reviewWords);
  const said = useWords(checkWords);
  const ties = useWords(conflictWords);
  const hides = useWords(blindnessWords);
  const en = useLocale() === 'en';
  return (
    <div className="measure">
      <Pane title={words.before}>
        <Facts
          items={[
            ...(review.isApplicantHidden ? [{ name: said.facts.number, value: review.number }] : [
              { name: said.facts.unit, value: review.unitName },
              { name: said.facts.region, value: review.path.join(' ') },
              { name: said.facts.applicant, value: review.applicantName },
            ]),
            { name: said.facts.call, value: en && review.callTitleEn ? review.callTitleEn : review.callTitle },
          ]}
        />
        {review.isApplicantHidden && <p className="note">{hides.hiddenBefore}</p>}
      </Pane>
      {review.state === 'assigned' ? <Statement isNamed={!review.isApplicantHidden} /> : (
        <Pane>
          <p>{review.isSetAside ? ties.closed : words.conflictDone}</p>
          {review.conflictReason && <p className="note">{words.conflictReason(review.conflictReason)}</p>}
        </Pane>
      )}
    </div>
  );
}

function Statement({ isNamed }: { isNamed: boolean }) {
  const words = useWords(reviewWords);
  const { statement, statementUnnamed, attest } = useWords(conflictWords);
  return (
    <Pane>
      <p>{words.beforeLead}</p>
      <ul className="bulleted">{(isNamed ? statement : statementUnnamed).map((one) => <li key={one}>{one}</li>)}</ul>
      <Form method="post" id="accept" className="choices">
        <label><input type="checkbox" name="attested" value={statementVersion} required /> {attest}</label>
      </Form>
      <div className="dform-act" style={{ marginTop: 16 }}>
        <Button type="primary" htmlType="submit" form="accept" name="deed" value="accept">{words.accept}</Button>
        <StayAway />
      </div>
    </Pane>
  );
}

/** 申请回避: of what kind and why; before, while and after scoring. */
export function StayAway() {
  const words = useWords(reviewWords);
  const { kinds } = useWords(conflictWords);
  return (
    <ConfirmButton label={words.declare} question={words.declareAsk} fields={{ deed: 'conflict' }}>
      <SelectField name="kind" label={words.conflictKind} options={declaredKinds.map((value) => ({ value, label: kinds[value] }))} />
      <LongField name="reason" label={words.reason} minLength={2} maxLength={500} />
    </ConfirmButton>
  );
}
