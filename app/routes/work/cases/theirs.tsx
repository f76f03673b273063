import { beijingTime } from '#app/platform/dates.ts';
import type { CaseContent } from '#app/domain/pilot/case-library/model.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Callout } from '#app/ui/light/section.tsx';
import { asTyped } from './case-fields.tsx';

type Props = { own: { draft: CaseContent; writtenByName: string; writtenAt: Date }; given: Record<string, unknown> };
const plain = (text: unknown) => String(text ?? '').replaceAll('\r\n', '\n').trim();

/** 别人刚保存的: where their text is another than mine; saving once more is then a choice. */
export function Theirs({ own, given }: Props) {
  const { own: words } = useWords(casesWords);
  const other = Object.entries(asTyped(own.draft)).filter(([name, text]) => plain(text) !== plain(given[name]));
  return (
    <Callout kind="bad">
      <b>{words.conflict(own.writtenByName, beijingTime(own.writtenAt))}</b>
      {other.length === 0 ? null : (
        <dl>{other.map(([name, text]) => <div key={name}><dt>{words.fields[name]}</dt><dd className="plaintext">{text || '—'}</dd></div>)}</dl>
      )}
    </Callout>
  );
}
