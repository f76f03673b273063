import type { ExpertRow } from '#app/domain/pilot/experts/experts.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Agreement = { year: number; version: string; contentHash: string; signedAt: Date };
type Absence = { id: string; fromOn: string; untilOn: string; note: string };

/** 基本情况 of one expert. */
export function About({ expert, agreements, away }: { expert: ExpertRow; agreements: readonly Agreement[]; away: readonly Absence[] }) {
  const words = useWords(expertsWords);
  const review = useWords(reviewWords);
  const comma = useLocale() === 'en' ? ', ' : '、';
  return (
    <Pane title={words.facts}>
      <Facts
        items={[
          { name: review.organisation, value: expert.organisationName || words.none },
          { name: review.region, value: expert.regionName ?? review.nation },
          { name: review.fieldsName, value: expert.fields.map((field) => review.fields[field]).join(comma) },
          { name: words.languages, value: expert.languages.map((one) => words.languageNames[one]).join(comma) },
          { name: words.load, value: words.loadOf(expert.load, expert.maxLoad) },
          { name: words.term, value: words.termOf(expert.termFrom, expert.termUntil) },
          { name: words.training, value: expert.trainedOn ? words.trainingOf(expert.trainedOn, expert.training) : words.none },
          {
            name: words.agreement,
            value: agreements.length === 0 ? words.none : agreements.map((one) => (
              <div key={one.year}>{words.agreedYears([one.year])} <span className="note">{words.said(words.signedVersion(one.version, one.contentHash.slice(0, 12)), beijingDay(one.signedAt))}</span></div>
            )),
          },
          { name: words.away, value: away.length === 0 ? words.noAway : away.map((one) => <div key={one.id}>{words.awayOf(one.fromOn, one.untilOn)} {one.note}</div>) },
          ...(expert.standing === 'suspended' ? [{ name: words.suspend, value: expert.standingReason }] : []),
        ]}
      />
    </Pane>
  );
}

/** 对一位专家可办的事. */
export function Deeds({ expert, mayVerify }: { expert: ExpertRow; mayVerify: boolean }) {
  const words = useWords(expertsWords);
  const isSuspended = expert.standing === 'suspended';
  return (
    <>
      <ButtonLink to={`/desk/experts/${expert.id}/edit`}>{words.edit}</ButtonLink>
      <ConfirmButton label={words.setTerm} question={words.setTerm} fields={{ deed: 'term' }} danger={false}>
        <TextField name="termFrom" type="date" label={words.termFrom} known={expert.termFrom ?? ''} optional />
        <TextField name="termUntil" type="date" label={words.termUntil} known={expert.termUntil ?? ''} optional />
        <TextField name="maxLoad" type="number" min={1} max={100} label={words.maxLoad} hint={words.maxLoadHint} known={String(expert.maxLoad)} />
      </ConfirmButton>
      <ConfirmButton label={words.recordTraining} question={words.recordTraining} fields={{ deed: 'training' }} danger={false}>
        <TextField name="trainedOn" type="date" label={words.trainedOn} known={expert.trainedOn ?? ''} />
        <TextField name="training" label={words.trainingWhat} known={expert.training} minLength={2} maxLength={200} />
      </ConfirmButton>
      {mayVerify && !isSuspended && (
        <ConfirmButton label={words.suspend} question={words.suspendAsk} fields={{ deed: 'suspend' }}>
          <LongField name="reason" label={words.reason} minLength={4} maxLength={500} />
        </ConfirmButton>
      )}
      {mayVerify && expert.standing !== 'verified' && (
        <ConfirmButton label={isSuspended ? words.reinstate : words.verify} question={isSuspended ? words.reinstateAsk : words.verifyAsk} fields={{ deed: 'verify' }} type="primary" danger={false} />
      )}
    </>
  );
}
