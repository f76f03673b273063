import { Link } from 'react-router';
import type { Identity } from '#app/domain/pilot/objections/open-identity.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import type { DeskObjection } from './answer-form.tsx';

/** 要点: what it is about, its clock, who handles it and who keeps out; who wrote it stays sealed until somebody gives a reason. */
export function FactsPane({ objection, isOpen, identity }: { objection: DeskObjection; isOpen: boolean; identity: Identity | undefined }) {
  const words = useWords(objectionsWords);
  const { desk } = words;
  return (
    <Pane>
      <Facts
        items={[
          { name: words.ofNotice, value: <Link to={`/desk/notices/${objection.noticeId}`}>{objection.noticeTitle}</Link> },
          { name: desk.columns.kind, value: words.kinds[objection.kind] },
          { name: desk.level, value: objection.level === 2 ? desk.levels.second : desk.levels.first },
          ...(objection.number ? [{ name: desk.columns.about, value: <Link to={`/desk/applications/${objection.applicationId}`}>{objection.number}</Link> }] : []),
          { name: words.receivedOn, value: objection.isAnonymous ? beijingDay(objection.receivedAt) : beijingTime(objection.receivedAt) },
          { name: words.dueOn, value: objection.firstDueOn ? `${objection.answerDueOn}（${words.extended(objection.firstDueOn)}${objection.extensionReason}）` : objection.answerDueOn },
          { name: desk.handler, value: objection.handlerName || desk.nobody },
          ...(objection.isRecused ? [] : [{ name: desk.identity, value: <IdentityCell objection={objection} isOpen={isOpen} identity={identity} /> }]),
          ...(objection.duplicateOf ? [{ name: desk.duplicateOf, value: <Link to={`/desk/objections/${objection.duplicateOf}`}>{desk.toMain}</Link> }] : []),
          ...(objection.appealOf ? [{ name: desk.level, value: <Link to={`/desk/objections/${objection.appealOf}`}>{desk.toFirst}</Link> }] : []),
          ...(objection.appealId ? [{ name: desk.levels.second, value: <Link to={`/desk/objections/${objection.appealId}`}>{desk.toAppeal}</Link> }] : []),
          ...(objection.isRecused ? [] : [{ name: desk.recused, value: objection.recused.length === 0 ? desk.recusedNone : objection.recused.map(({ name, reason }) => `${name}（${desk.recusals[reason]}）`).join('、') }]),
        ]}
      />
      {!objection.isRecused && <p className="muted">{desk.recusedNote}</p>}
    </Pane>
  );
}

function IdentityCell({ objection, isOpen, identity }: { objection: DeskObjection; isOpen: boolean; identity: Identity | undefined }) {
  const { desk } = useWords(objectionsWords);
  if (identity) return <strong>{`${identity.name} ${identity.contact}`}</strong>;
  if (objection.raisedBy === 'applicant') return desk.sides.applicant;
  if (!objection.hasIdentity) return objection.isAnonymous ? desk.identityNone : '—';
  return (
    <>
      {desk.identitySealed}{' '}
      {isOpen && (
        <ConfirmButton label={desk.openIdentity} question={desk.openIdentityAsk} fields={{ deed: 'open-identity' }} size="small">
          <LongField name="reason" id="identity-reason" label={desk.reason} hint={desk.reasonHint} minLength={10} maxLength={500} rows={3} />
        </ConfirmButton>
      )}
    </>
  );
}
