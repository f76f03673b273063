import { type Values, valuesOf } from '#app/domain/pilot/visits/package.ts';
import { skewInWords } from '#app/domain/pilot/visits/said.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Loaded } from './visit.tsx';

const tones = { met: 'good', partly: 'now', 'not-met': 'bad', 'not-applicable': 'rest' } as const;

/** 现场记录 by rule: level, note, what was seen, photographs and voice. */
export function RecordPane({ visit, fields, rules, attachments }: Loaded) {
  const all = useWords(visitsWords);
  const { visit: words } = all;
  const [levels, notes, seen, photos, voices] = [valuesOf(fields, 'level'), valuesOf(fields, 'note'), Object.values(valuesOf(fields, 'observation')), Object.values(valuesOf(fields, 'photo')), Object.values(valuesOf(fields, 'voice'))];
  const overall = valuesOf(fields, 'overall').visit;
  const about = (ruleId: string | null) => <Pieces visitId={visit.id} attachments={attachments} seen={seen.filter((one) => one.ruleId === ruleId)} photos={photos.filter((one) => one.ruleId === ruleId)} voices={voices.filter((one) => one.ruleId === ruleId)} />;
  const isSaid = (id: string) => Boolean(levels[id] || notes[id]) || [...seen, ...photos, ...voices].some(({ ruleId }) => ruleId === id);
  const count = (level: string) => Object.values(levels).filter((one) => one === level).length;
  const loose = [...seen, ...photos, ...voices].some(({ ruleId }) => ruleId === null);
  return (
    <Pane title={words.record} note={words.counts(count('met'), count('partly'), count('not-met'), count('not-applicable'))}>
      {fields.length === 0 && <p className="note">{words.noRecord}</p>}
      {overall && <><h3>{words.overall}</h3><p className="words">{overall}</p></>}
      {rules.filter(({ id }) => isSaid(id)).map((rule) => (
        <section key={rule.id} className="visited">
          <h3><span className="mono">{rule.id}</span> {levels[rule.id] && <StatusTag tone={tones[levels[rule.id]!]}>{all.levels[levels[rule.id]!]}</StatusTag>}</h3>
          <p className="note">{rule.text}</p>
          {notes[rule.id] && <p className="words">{notes[rule.id]}</p>}
          {about(rule.id)}
        </section>
      ))}
      {loose && <section className="visited"><h3>{words.noRule}</h3>{about(null)}</section>}
    </Pane>
  );
}

type PieceProps = Pick<Loaded, 'attachments'> & { visitId: string; seen: Values['observation'][]; photos: Values['photo'][]; voices: Values['voice'][] };

function Pieces({ visitId, attachments, seen, photos, voices }: PieceProps) {
  const { visit: words } = useWords(visitsWords);
  const shown = new Set(photos.map(({ sha256 }) => sha256));
  return (
    <>
      {seen.map((one) => <p key={`${one.at} ${one.text}`} className="words">{one.text}</p>)}
      <ul className="shots">
        {photos.map((one) => <Shot key={one.sha256} visitId={visitId} sha256={one.sha256} caption={one.caption} attachments={attachments} />)}
        {seen.flatMap((one) => one.attachments).filter((sha256) => !shown.has(sha256)).map((sha256) => <Shot key={sha256} visitId={visitId} sha256={sha256} caption="" attachments={attachments} />)}
      </ul>
      {voices.map((one) => (attachments.some(({ sha256, arrivedAt }) => sha256 === one.sha256 && arrivedAt)
        ? <figure key={one.sha256}><audio controls preload="none" src={`/desk/visits/${visitId}/attachments/${one.sha256}`} aria-label={words.listen}><track kind="captions" label={one.caption} /></audio><figcaption>{one.caption}</figcaption></figure>
        : <p key={one.sha256} className="soon">{words.photos} {words.missing}</p>))}
    </>
  );
}

function Shot({ visitId, sha256, caption, attachments }: { visitId: string; sha256: string; caption: string; attachments: Loaded['attachments'] }) {
  const all = useWords(visitsWords);
  const { visit: words } = all;
  const locale = useLocale();
  const one = attachments.find((piece) => piece.sha256 === sha256);
  if (one && one.kind === 'voice') return null;
  if (!one?.arrivedAt) return <li className="soon">{caption} {words.missing} <small className="mono">{sha256.slice(0, 8)}</small></li>;
  const address = `/desk/visits/${visitId}/attachments/${sha256}`;
  const skew = skewInWords(one.skewMs, all);
  const { place } = one;
  return (
    <li>
      <a href={address}><img src={`${address}?thumbnail`} alt={caption || all.kinds[one.kind]} loading="lazy" width={160} /></a>
      <small>
        {caption && <>{caption}<br /></>}
        {words.deviceAt} {shortTime(one.deviceAt, locale)}{skew && ` (${words.phone.skew(skew)})`}<br />
        {words.serverAt} {shortTime(one.arrivedAt, locale)}{place && <><br />{words.place} {place.latitude.toFixed(4)}, {place.longitude.toFixed(4)}</>}<br />
        <span className="mono" title={sha256}>{words.fingerprint} {sha256.slice(0, 12)}</span>
      </small>
    </li>
  );
}

/** 签字 of both sides, and whether it still stands for what is there. */
export function SignaturesPane({ visit, fields, experts, attachments, contentHash }: Loaded) {
  const all = useWords(visitsWords);
  const locale = useLocale();
  const { visit: words } = all;
  const signatures = valuesOf(fields, 'signature');
  const slots = [...experts.filter(({ setAsideAt }) => setAsideAt === null).map(({ slot }) => slot), 'community' as const];
  return (
    <Pane title={words.signatures}>
      <ul className="visit-list">
        {slots.map((slot) => {
          const said = signatures[slot];
          const isHere = said?.sha256 && attachments.some((one) => one.sha256 === said.sha256 && one.arrivedAt);
          return (
            <li key={slot}>
              <b>{all.slots[slot]}</b>{' '}
              {!said ? <span className="soon">{words.unsigned}</span> : <>{words.signedBy(said.name, said.role, shortTime(said.at, locale))}{said.refusal && <> · {words.declined(said.refusal)}</>}</>}
              {said && said.contentHash !== contentHash && <><br /><span className="soon">{words.stale}</span></>}
              {isHere && <><br /><img className="drawn" src={`/desk/visits/${visit.id}/attachments/${said.sha256}`} alt={words.drawn} loading="lazy" /></>}
            </li>
          );
        })}
      </ul>
    </Pane>
  );
}
