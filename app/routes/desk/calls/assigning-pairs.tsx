import { Button } from 'antd';
import { Form, Link } from 'react-router';
import type { Choice } from '#app/domain/pilot/assigning/candidates.ts';
import type { readPairs } from '#app/domain/pilot/assigning/read.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { reasonSentence } from '#app/i18n/reason-sentence.ts';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Choices } from './assigning-choices.tsx';
import { Given } from './assigning-given.tsx';

type Plan = { id: string; state: string; revision: number };
type Row = Awaited<ReturnType<typeof readPairs>>['rows'][number];
type Asked = { expert?: string | undefined; only?: 'lacking' | 'refused' | undefined; at?: string | undefined; after?: string | undefined };

/** 方案预览: a row an application, its experts with the reasons for each; in a draft they are locked, taken out and replaced here. */
export function PlanPairs({ plan, pairs, choices, asked, experts }: {
  plan: Plan; pairs: Awaited<ReturnType<typeof readPairs>>; choices: Choice[] | null; asked: Asked; experts: { id: string; name: string }[];
}) {
  const words = useWords(assigningWords);
  const isOpen = plan.state === 'draft';
  const only = experts.find(({ id }) => id === asked.expert);
  const address = (more: Record<string, string | undefined>) => `?${new URLSearchParams(Object.entries({ plan: plan.id, expert: asked.expert, only: asked.only, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
  const tabs = ([{ name: 'all', only: undefined }, { name: 'lacking', only: 'lacking' }, { name: 'refused', only: 'refused' }] as const).filter(({ name }) => name !== 'refused' || !isOpen);
  return (
    <div className="pane keyset">
      <nav className="dtabs" aria-label={words.title}>
        {tabs.map((tab) => <Link key={tab.name} to={address({ only: tab.only })} {...(asked.only === tab.only ? { 'aria-current': 'page' as const } : {})}>{words.tabs[tab.name]}</Link>)}
      </nav>
      {(only || isOpen) && (
        <div className="fil">
          {only && <span>{words.showingOf(only.name)} <Link to={address({ expert: undefined })}>{words.showAll}</Link></span>}
          {isOpen && <KeepAll plan={plan} expertId={only?.id ?? ''} />}
        </div>
      )}
      {pairs.rows.length === 0 ? <EmptyBox text={words.nothing} /> : (
        <div className="rows">
          <table className="assigning-pairs">
            <thead><tr><th scope="col">{words.columns.application}</th><th scope="col">{words.columns.experts}</th>{isOpen && <th scope="col">{words.columns.ops}</th>}</tr></thead>
            <tbody>
              {pairs.rows.map((row) => [
                <tr key={row.id} id={`row-${row.id}`}>
                  <td className="main" data-label={words.columns.application}><b>{row.unitName}</b><small>{row.number}</small></td>
                  <td className="wide" data-label={words.columns.experts}><Team row={row} plan={plan} isOpen={isOpen} /></td>
                  {isOpen && <td className="ops" data-label={words.columns.ops}><Link to={`${address({ after: asked.after, at: asked.at === row.id ? undefined : row.id })}#row-${row.id}`} preventScrollReset>{asked.at === row.id ? words.close : words.change}</Link></td>}
                </tr>,
                choices && asked.at === row.id && <tr key="choices"><td colSpan={3} className="wide"><Choices choices={choices} plan={plan} row={row} /></td></tr>,
              ])}
            </tbody>
          </table>
        </div>
      )}
      {(pairs.next || asked.after) && (
        <nav className="dpager" aria-label={words.more}>
          {asked.after && <Link to={address({ after: undefined })}>{words.first}</Link>}
          {pairs.next && <Link to={address({ after: pairs.next })}>{words.more}</Link>}
        </nav>
      )}
    </div>
  );
}

function KeepAll({ plan, expertId }: { plan: Plan; expertId: string }) {
  const words = useWords(assigningWords);
  return (
    <Form method="post" className="asks">
      <Given plan={plan} deed="keep" />
      <input type="hidden" name="expertId" value={expertId} />
      <Button size="small" htmlType="submit" name="isLocked" value="yes">{words.keepAll}</Button>{' '}
      <Button size="small" htmlType="submit" name="isLocked" value="no">{words.freeAll}</Button>
    </Form>
  );
}

function Team({ row, plan, isOpen }: { row: Row; plan: Plan; isOpen: boolean }) {
  const words = useWords(assigningWords);
  const locale = useLocale();
  return (
    <ul className="team">
      {row.team.map((pair) => (
        <li key={pair.expertId}>
          <div>
            <b>{pair.name}</b> <span className="match" aria-hidden="true"><i style={{ width: `${pair.match}%` }} /></span> <span>{words.match(pair.match)}</span>
            {pair.isLocked && isOpen && <span className="kept">{words.reason.kept}</span>}
            {pair.outcome !== '' && <StatusTag tone={pair.outcome === 'assigned' ? 'good' : 'bad'}>{pair.outcome === 'assigned' ? words.outcomes.assigned : refusalSentence(pair.outcome, locale)}</StatusTag>}
            <small>{reasonSentence(pair.reasons, pair.isByHand, locale)}</small>
          </div>
          {isOpen && (
            <Form method="post" preventScrollReset>
              <Given plan={plan} deed="keep" />
              <input type="hidden" name="applicationId" value={row.id} />
              <input type="hidden" name="expertId" value={pair.expertId} />
              <Button size="small" htmlType="submit" name="isLocked" value={pair.isLocked ? 'no' : 'yes'} aria-label={pair.isLocked ? words.freeName(pair.name, row.number) : words.keepName(pair.name, row.number)}>{pair.isLocked ? words.free : words.keep}</Button>
            </Form>
          )}
          {isOpen && (
            <Form method="post" preventScrollReset>
              <Given plan={plan} deed="take" />
              <input type="hidden" name="applicationId" value={row.id} />
              <input type="hidden" name="expertId" value={pair.expertId} />
              <Button size="small" type="text" htmlType="submit" aria-label={words.takeName(pair.name, row.number)}>{words.take}</Button>
            </Form>
          )}
        </li>
      ))}
      {row.lack && <li className="lack"><div><b>{words.lack(row.lack.seats)}</b><small>{words.lackWhy[row.lack.why](row.lack.free, row.lack.apart)}</small></div></li>}
    </ul>
  );
}
