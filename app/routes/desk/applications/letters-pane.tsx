import type { Status } from '#app/domain/pilot/applications/model.ts';
import { letterKinds, type LetterKind, writtenWhen } from '#app/domain/pilot/letters/model.ts';
import type { listLetters } from '#app/domain/pilot/letters/read.ts';
import { letterWords } from '#app/i18n/letters.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Shown = { letters: Awaited<ReturnType<typeof listLetters>>; handed: { id: string; status: Status; round: number }; canWrite: boolean };

/** 文书: what was made, and what can be made now. */
export function LettersPane({ letters, handed, canWrite }: Shown) {
  const words = useWords(letterWords);
  const isMade = (kind: LetterKind) => letters.some((letter) => letter.kind === kind && letter.round === handed.round);
  const open = canWrite ? letterKinds.filter((kind) => writtenWhen[kind].includes(handed.status) && !isMade(kind)) : [];
  return (
    <Pane title={words.pane}>
      {letters.length === 0 && open.length === 0 && <p className="note">{words.none} {words.notNow}</p>}
      {letters.map((letter) => (
        <p key={letter.id} className="letter-line">
          <b>{words.kinds[letter.kind]}</b> {letter.number} <small>{beijingTime(letter.madeAt).slice(0, 16)} {letter.madeByName}</small>
          {(['pdf', 'docx'] as const).map((format) => {
            const name = format === 'pdf' ? words.pdf : words.word;
            return <a key={format} href={`/apply/${handed.id}/letters/${letter.id}/letter.${format}`} download aria-label={words.downloadOf(letter.number, name)}>{name}</a>;
          })}
        </p>
      ))}
      <div className="ways">
        {open.map((kind) => <ConfirmButton key={kind} label={words.make(words.kinds[kind])} question={words.makeAsk} fields={{ kind }} danger={false} />)}
      </div>
    </Pane>
  );
}
