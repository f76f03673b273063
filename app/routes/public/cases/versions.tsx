import type { getCase } from '#app/domain/pilot/case-library/read.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';

type Found = Pick<Awaited<ReturnType<typeof getCase>>, 'id' | 'version' | 'versions'>;

/** 版本: every one that was ever public, with what changed and its fingerprint. */
export function Versions({ found }: { found: Found }) {
  const words = useWords(casesWords);
  const locale = useLocale();
  return (
    <>
      <h3>{words.versions}</h3>
      <ul className="linklist">
        {found.versions.map((one) => {
          const label = words.version(one.version, shortDay(beijingDay(one.publishedAt), locale));
          return (
            <li key={one.version}>
              {one.version === found.version ? <b>{label}</b> : <a href={`/cases/${found.id}?version=${one.version}`}>{label}</a>}
              {one.changes ? <small>{one.changes}</small> : null}
              <small>{words.fingerprint} <code>{one.hash.slice(0, 16)}</code></small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
