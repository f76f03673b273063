import { Link } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import type { Loaded } from './visit.tsx';

/** 安排: when, who, why, and what is lacking before it can be concluded. */
export function AboutPane({ visit, experts, lacks, contentHash }: Loaded) {
  const all = useWords(visitsWords);
  const locale = useLocale();
  const { visit: words } = all;
  const comma = locale === 'en' ? ', ' : '、';
  const isOver = visit.state === 'concluded' || visit.state === 'called-off';
  return (
    <Pane title={words.about}>
      {visit.notice === 'unannounced' && !visit.begunAt && !isOver && <p className="soon lacking">{words.secret}</p>}
      {!isOver && <p className={lacks.length === 0 ? 'note lacking' : 'soon lacking'}>{lacks.length === 0 ? words.whole : `${words.lacksTitle}：${lacks.map((lack) => all.lacks[lack]).join(comma)}`}</p>}
      <Facts items={[
        { name: words.days, value: all.desk.days(visit.fromOn, visit.toOn) },
        { name: words.experts, value: experts.map(({ name, setAsideAt }) => (setAsideAt ? words.wasExpert(name) : name)).join(comma) },
        { name: all.desk.columns.notice, value: all.notices[visit.notice] },
        { name: all.desk.columns.reason, value: <>{all.reasons[visit.reason]}{visit.sampleId && <> <Link to={`/desk/visits/samples/${visit.sampleId}`}>{all.plan.sample}</Link></>}</> },
        ...(visit.purpose ? [{ name: words.purpose, value: visit.purpose }] : []),
        { name: words.number, value: <span className="mono">{visit.number}</span> },
        { name: words.began, value: visit.begunAt ? shortTime(visit.begunAt, locale) : words.notBegun },
        ...(visit.endedAt ? [{ name: words.ended, value: [shortTime(visit.endedAt, locale), visit.endReason].filter(Boolean).join(' · ') }] : []),
        ...(visit.score === null ? [] : [{ name: words.score, value: <b className="num">{visit.score}</b> }]),
        ...(contentHash ? [{ name: words.content, value: <span className="mono">{contentHash}</span> }] : []),
      ]} />
      {visit.begunAt && <p className="ways">{(['pdf', 'docx'] as const).map((format) => <a key={format} href={`/desk/visits/${visit.id}/report/report.${format}`} download>{words.report} {words.download(format === 'pdf' ? 'PDF' : 'Word')}</a>)}</p>}
      <h3>{words.agenda}</h3>
      {visit.agenda.length === 0 ? <p className="note">{words.noAgenda}</p> : <ul className="plain">{visit.agenda.map((item) => <li key={item.id}><span className="num">{item.at}</span> {item.title}</li>)}</ul>}
    </Pane>
  );
}
