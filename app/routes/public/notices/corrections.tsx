import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';

type Version = { version: number; hash: string; reason: string; publishedAt: Date };

/** 更正记录: every version that was shown, with its reason, its fingerprint and its files. */
export function Corrections({ id, versions }: { id: string; versions: readonly Version[] }) {
  const words = useWords(noticesWords);
  const locale = useLocale();
  if (versions.length === 0) return null;
  return (
    <section className="sec tight">
      <h2>{words.corrections}</h2>
      <ol reversed>
        {versions.map(({ version, hash, reason, publishedAt }, at) => (
          <li key={version} value={version}>
            <a href={`/notices/${id}/versions/${version}`}>{words.versionLine(version, shortTime(publishedAt, locale))}</a> {at === 0 ? words.thisVersion : ''}
            <p className="small">{reason || words.firstVersion}</p>
            <p className="small muted" style={{ overflowWrap: 'anywhere' }}>
              <a href={`/notices/${id}/versions/${version}/notice.json`}>JSON</a> <a href={`/notices/${id}/versions/${version}/notice.pdf`}>PDF</a>{' '}
              <a href={`/verify?q=${hash}`}>{words.verify}</a> <code>{hash}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
