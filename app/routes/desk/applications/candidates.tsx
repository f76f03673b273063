import { Button } from 'antd';
import { Form } from 'react-router';
import type { ConflictKind } from '#app/domain/pilot/conflicts/model.ts';
import type { ExpertField, Hindrance } from '#app/domain/pilot/experts/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import type { Problem } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { EmptyBox, Filters, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Candidate = {
  id: string; name: string; organisationName: string; regionName: string | null; fields: ExpertField[]; load: number;
  whyNot: ConflictKind | Hindrance | 'already-assigned' | null;
};

/** 可选专家: who could review this, how much they have in hand, and why some must not. */
export function Candidates({ candidates, dueOn, q, problem }: { candidates: Candidate[]; dueOn: string; q: string | undefined; problem: Problem | undefined }) {
  const words = useWords(reviewWords);
  const en = useLocale() === 'en';
  const typed = problem?.given?.dueOn;
  return (
    <Pane title={words.assign} actions={<ButtonLink to="/desk/experts">{words.experts}</ButtonLink>} flush>
      <Filters><SearchBox value={q} label={words.find} placeholder={words.find} /></Filters>
      {candidates.length === 0 && <EmptyBox text={words.noCandidates} />}
      {candidates.length > 0 && candidates.every(({ whyNot }) => whyNot && whyNot !== 'already-assigned') && <p className="fil note">{words.nobodyFits}</p>}
      <Form method="post">
        <input type="hidden" name="deed" value="assign" />
        {candidates.length > 0 && (
          <label className="fil" style={{ paddingTop: 0 }}>
            {words.assignDue}
            <input className="dctl" type="date" name="dueOn" defaultValue={typeof typed === 'string' ? typed : dueOn} />
          </label>
        )}
        <div className="scroll-x">
          <table className="score-table stacked">
            <tbody>
              {candidates.map((candidate) => (
                <tr key={candidate.id}>
                  <td><b>{candidate.name}</b><small>{candidate.organisationName}</small></td>
                  <td>{candidate.fields.map((field) => words.fields[field]).join(en ? ', ' : '、')}</td>
                  <td>{candidate.regionName ?? words.nation}</td>
                  <td>{words.load(candidate.load)}</td>
                  <td>
                    {candidate.whyNot ? <span className="soon">{words.whyNot[candidate.whyNot]}</span> : <Button size="small" htmlType="submit" name="expertId" value={candidate.id}>{words.assignDeed}</Button>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Form>
    </Pane>
  );
}
