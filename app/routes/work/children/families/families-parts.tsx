import type { Basis, RightKind } from '#app/domain/children/identity/model.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';

/** 登记的孩子, by number alone. */
export function ChildrenPart({ code, rows, mayRegisterByDuty }: { code: string; rows: readonly { id: string; number: string; basis: Basis; since: string; mayHaveCard: boolean }[]; mayRegisterByDuty: boolean }) {
  const { children: words, basis } = useWords(familiesWords);
  const incidents = useWords(incidentWords);
  const here = `/work/${code}/children/families`;
  return (
    <section id="children">
      <h2>{words.title}</h2>
      <p className="row no-print">
        <ButtonLink kind="quiet" small href={`${here}/paper`}>{words.paper}</ButtonLink>
        <ButtonLink kind="quiet" small href={`${here}/incident`}>{incidents.work.title}</ButtonLink>
        {mayRegisterByDuty ? <ButtonLink kind="quiet" small href={`${here}/duty`}>{words.duty}</ButtonLink> : null}
      </p>
      <DataTable
        caption={words.title} rows={rows} keyOf={({ id }) => id} none={words.none}
        columns={[
          { head: words.number, isName: true, cell: ({ number }) => number },
          { head: words.basis, cell: (row) => basis[row.basis] },
          { head: words.since, cell: ({ since }) => since },
          { head: words.open, cell: ({ id, number }) => <a href={`${here}/${id}`}>{words.open}<span className="vh"> {number}</span></a> },
          { head: words.card, cell: ({ id, number, mayHaveCard }) => (mayHaveCard ? <a href={`${here}/${id}/card`}>{words.card}<span className="vh"> {number}</span></a> : words.guardians) },
        ]}
      />
    </section>
  );
}

type Grant = { id: string; number: string; askedByName: string; reason: string; hours: number; isApproved: boolean | null; isMine: boolean; until: string | null };
type Opening = { id: string; number: string; openedByName: string; at: string };

/** 查阅授权 and who looked. */
export function GrantsPart({ grants, openings, mayDecide }: { grants: readonly Grant[]; openings: readonly Opening[]; mayDecide: boolean }) {
  const { grants: words, looks, children, field } = useWords(familiesWords);
  return (
    <section id="grants">
      <h2>{words.title}</h2>
      {grants.length === 0 ? <p className="note">{words.none}</p> : null}
      {grants.map((grant) => (
        <div key={grant.id} className="card">
          <p><strong>{grant.number}</strong> {grant.askedByName} · {words.hours(grant.hours)} · {grant.isApproved === null ? words.waiting : grant.isApproved ? words.approved(grant.until ?? '') : words.refused}</p>
          <p>{grant.reason}</p>
          {grant.isApproved === null && mayDecide && !grant.isMine ? (
            <form method="post">
              <input type="hidden" name="deed" value="decide" />
              <input type="hidden" name="id" value={grant.id} />
              <TextField id={`note-${grant.id}`} name="note" label={words.note} words={field} required input={{ maxLength: 300 }} />
              <div className="row">
                <button className="btn small" name="isApproved" value="yes">{words.approve}</button>
                <button className="btn quiet small" name="isApproved" value="no">{words.refuse}</button>
              </div>
            </form>
          ) : null}
        </div>
      ))}
      <h2>{looks.title}</h2>
      <DataTable
        caption={looks.title} rows={openings} keyOf={({ id }) => id} none={looks.none}
        columns={[{ head: children.number, isName: true, cell: ({ number }) => number }, { head: looks.who, cell: ({ openedByName }) => openedByName }, { head: looks.when, cell: ({ at }) => at }]}
      />
    </section>
  );
}

type Request = { id: string; number: string; kind: RightKind; words: string; due: string; isGranted: boolean | null; reply: string | null };

/** 监护人的书面请求, with the day to answer by; a no gives its reason. */
export function RightsPart({ requests }: { requests: readonly Request[] }) {
  const { rights: words, kinds, field } = useWords(familiesWords);
  return (
    <section id="requests">
      <h2>{words.title}</h2>
      {requests.length === 0 ? <p className="note">{words.none}</p> : null}
      {requests.map((one) => (
        <div key={one.id} className="card">
          <p><strong>{one.number} · {kinds[one.kind]}</strong> {one.words}</p>
          <p className="small">{one.isGranted === null ? `${words.due} ${one.due}` : `${one.isGranted ? words.granted : words.declined} · ${one.reply ?? ''}`}</p>
          {one.isGranted === null ? (
            <form method="post">
              <input type="hidden" name="deed" value="answer" />
              <input type="hidden" name="id" value={one.id} />
              <LongTextField id={`answer-${one.id}`} name="answer" rows={3} label={words.answer} hint={words.answerHint} words={field} required input={{ maxLength: 1000 }} />
              <div className="row">
                <button className="btn small" name="isGranted" value="yes">{words.grant}</button>
                <button className="btn quiet small" name="isGranted" value="no">{words.decline}</button>
              </div>
            </form>
          ) : null}
        </div>
      ))}
    </section>
  );
}
