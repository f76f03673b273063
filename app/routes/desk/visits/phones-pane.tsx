import { inWords, pathInWords, skewInWords } from '#app/domain/pilot/visits/said.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Loaded } from './visit.tsx';

/** 手机: who took the visit along, what is still out there, and whose clock is wrong. */
export function PhonesPane({ takings }: Loaded) {
  const all = useWords(visitsWords);
  const locale = useLocale();
  const { visit: words } = all;
  return (
    <Pane title={words.phones}>
      {takings.length === 0 && <p className="note">{words.noPhones}</p>}
      <ul className="visit-list">
        {takings.map((one) => {
          const skew = skewInWords(one.skewMs, all);
          return (
            <li key={one.deviceId}>
              <b>{one.name}</b> <StatusTag tone={one.revokedAt ? 'rest' : one.syncedAt && one.remaining === 0 ? 'good' : 'bad'}>{one.revokedAt ? words.phone.revoked : !one.syncedAt ? words.phone.never : one.remaining > 0 ? words.phone.remaining(one.remaining) : words.phone.done}</StatusTag>
              <br />
              <small>{words.phone.taken} {shortTime(one.takenAt, locale)}{one.syncedAt && ` · ${words.phone.synced} ${shortTime(one.syncedAt, locale)}`}{skew && ` · ${words.phone.skew(skew)}`}</small>
            </li>
          );
        })}
      </ul>
    </Pane>
  );
}

/** 迟到的内容: kept beside the record. */
export function LatePane({ late }: Loaded) {
  const all = useWords(visitsWords);
  const locale = useLocale();
  const { visit: words } = all;
  if (late.length === 0) return null;
  return (
    <Pane title={words.late} note={words.lateNote}>
      <ul className="visit-list">
        {late.map((one) => (
          <li key={`${one.deviceId} ${one.seq}`}>
            <b>{pathInWords(one.path, all)}</b> {inWords(one.path, one.value, all)}
            <br />
            <small>{one.byName} · {words.deviceAt} {shortTime(one.deviceAt, locale)} · {words.serverAt} {shortTime(one.serverAt, locale)}</small>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
