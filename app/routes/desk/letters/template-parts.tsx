import { fillLetter, type LetterKind, type LetterText, unknownIn } from '#app/domain/pilot/letters/model.ts';
import type { getTemplate } from '#app/domain/pilot/letters/templates.ts';
import { letterWords } from '#app/i18n/letters.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

/** 预览: the text as a letter would carry it, with sample content; unknown placeholders are named. */
export function LetterPreview({ kind, lang, text }: { kind: LetterKind; lang: 'zh' | 'en'; text: LetterText }) {
  const words = useWords(letterWords);
  const own = letterWords[lang === 'en' ? 'en' : 'zh-CN'];
  const unknown = unknownIn(kind, `${text.title}\n${text.to}\n${text.body}`);
  const filled = fillLetter(text, own.sample);
  return (
    <>
      {unknown.length > 0 && <p className="wrong" role="status">{words.unknown(unknown.join(' '))}</p>}
      <div className="letter-preview" lang={lang === 'en' ? 'en' : 'zh-CN'}>
        <h3>{filled.title}</h3>
        <p className="to">{filled.to}</p>
        {filled.body.split('\n').map((line, at) => <p key={at}>{line}</p>)}
        <p className="end">{own.signer}</p>
      </div>
    </>
  );
}

/** 各版: every version stays and can come back. */
export function Versions({ kind, version, versions }: Awaited<ReturnType<typeof getTemplate>>) {
  const words = useWords(letterWords);
  const first = { version: 0, savedByName: '', savedAt: null, restoredFrom: null };
  return (
    <Pane title={words.versions}>
      {[...versions, first].map((one) => (
        <p key={one.version} className="letter-line">
          <b>{words.versionOf(one.version)}</b>
          {one.savedAt && <span>{one.savedByName} {beijingTime(one.savedAt).slice(0, 16)}</span>}
          {one.restoredFrom !== null && <small>{words.restoredFrom(words.versionOf(one.restoredFrom))}</small>}
          {one.version === version
            ? <small>{words.current}</small>
            : <ConfirmButton label={words.restore} question={words.restoreAsk} size="small" danger={false} fields={{ kind, version: String(version), restore: String(one.version) }} />}
        </p>
      ))}
    </Pane>
  );
}
