import type { listLetters } from '#app/domain/pilot/letters/read.ts';
import { letterWords } from '#app/i18n/letters.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';

/** 收到的文书: what the office wrote about this application, to download. */
export function LettersCard({ letters, applicationId }: { letters: Awaited<ReturnType<typeof listLetters>>; applicationId: string }) {
  const words = useWords(letterWords);
  if (letters.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.mine}</h2>
      <p className="small muted">{words.mineLead}</p>
      <ul>
        {letters.map((letter) => (
          <li key={letter.id}>
            {words.kinds[letter.kind]} {letter.number} · {beijingTime(letter.madeAt).slice(0, 10)}
            {(['pdf', 'docx'] as const).map((format) => {
              const name = format === 'pdf' ? words.pdf : words.word;
              return <span key={format}> · <a href={`/apply/${applicationId}/letters/${letter.id}/letter.${format}`} download aria-label={words.downloadOf(letter.number, name)}>{name}</a></span>;
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
