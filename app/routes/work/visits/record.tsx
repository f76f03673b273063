import { valuesOf } from '#app/domain/pilot/visits/package.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import type { Loaded } from './visit.tsx';

const squares = { met: 'done', partly: 'now', 'not-met': 'late', 'not-applicable': 'rest' } as const;

/** 现场记录 as the community reads it before it signs, and keeps it afterwards. */
export function Record({ place, visit, fields, rules, attachments, contentHash }: Loaded) {
  const words = useWords(visitsWords);
  const locale = useLocale();
  const [levels, notes, seen, photos, signatures] = [valuesOf(fields, 'level'), valuesOf(fields, 'note'), Object.values(valuesOf(fields, 'observation')), Object.values(valuesOf(fields, 'photo')), Object.entries(valuesOf(fields, 'signature'))];
  const overall = valuesOf(fields, 'overall').visit;
  const said = rules.filter(({ id }) => levels[id] || notes[id]);
  const here = new Set(attachments.map(({ sha256 }) => sha256));
  return (
    <>
      <Section title={words.work.sheet} lead={words.work.of(said.length)} mist>
        {overall ? <p>{overall}</p> : null}
        <DataTable
          caption={words.work.sheet}
          rows={said}
          keyOf={({ id }) => id}
          columns={[
            { head: words.report.levels, isName: true, cell: (rule) => <><span className="mono">{rule.id}</span> {rule.text}</> },
            { head: words.kinds.level, cell: (rule) => (levels[rule.id] ? <Status state={squares[levels[rule.id]!]}>{words.levels[levels[rule.id]!]}</Status> : '—') },
            { head: words.kinds.note, cell: (rule) => notes[rule.id] ?? '' },
          ]}
        />
      </Section>
      {seen.length + photos.length === 0 ? null : (
        <Section title={words.work.seen}>
          <ul className="plain">{seen.map((one) => <li key={`${one.at} ${one.text}`}>{one.ruleId ? <span className="mono">{one.ruleId} </span> : null}{one.text}</li>)}</ul>
          <ul className="shots">
            {photos.filter(({ sha256 }) => here.has(sha256)).map((one) => (
              <li key={one.sha256}>
                <a href={`/work/${place.code}/visits/${visit.id}/attachments/${one.sha256}`}><img src={`/work/${place.code}/visits/${visit.id}/attachments/${one.sha256}?thumbnail`} alt={one.caption || words.kinds.photo} loading="lazy" width={200} /></a>
                <small>{one.caption}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.visit.signatures} mist>
        <ul className="plain signed">
          {signatures.map(([slot, one]) => (
            <li key={slot}>
              <b>{words.slots[slot as keyof typeof words.slots]}</b> {words.visit.signedBy(one.name, one.role, shortTime(one.at, locale))}{one.refusal ? ` · ${words.visit.declined(one.refusal)}` : ''}
              {one.contentHash === contentHash ? null : <><br /><span className="muted">{words.visit.stale}</span></>}
              {one.sha256 && here.has(one.sha256) ? <><br /><img className="drawn" src={`/work/${place.code}/visits/${visit.id}/attachments/${one.sha256}`} alt={words.visit.drawn} loading="lazy" /></> : null}
            </li>
          ))}
        </ul>
        <p className="small muted mono wrapped">{words.report.hash} {contentHash}</p>
      </Section>
    </>
  );
}
