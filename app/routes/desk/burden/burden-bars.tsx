import { newlyWritten, sparedShare } from '#app/domain/base/burden/model.ts';
import type { Burden } from '#app/domain/base/burden/read.ts';
import { burdenWords } from '#app/i18n/burden.ts';
import { useWords } from '#app/i18n/pair.ts';

const parts = ['prefilled', 'reused', 'written'] as const;

/** 负担条: each line is as long as what was asked; filled in, reused and written anew are its three parts, told apart by pattern too. */
export function BurdenBars({ lines }: { lines: readonly (Burden & { name: string })[] }) {
  const words = useWords(burdenWords);
  const most = Math.max(1, ...lines.map(({ asked }) => asked));
  return (
    <figure className="burden-bars">
      <ul>
        {lines.map((line) => {
          const share = sparedShare(line);
          const spared = share === null ? words.none : words.percent(share);
          const of = { prefilled: line.prefilled, reused: line.reused, written: newlyWritten(line) };
          return (
            <li key={line.name}>
              <span className="name">{line.name}</span>
              <span className="track" role="img" aria-label={words.chart(line.name, String(line.asked), spared)}>
                {parts.map((part) => (of[part] > 0 ? <i key={part} className={part} style={{ inlineSize: `${(100 * of[part]) / most}%` }} title={`${words[part]} ${of[part]}`} /> : null))}
              </span>
              <b className="num" aria-hidden="true">{spared}</b>
            </li>
          );
        })}
      </ul>
      <figcaption className="legend">{parts.map((part) => <span key={part}><i className={part} />{words[part]}</span>)}</figcaption>
    </figure>
  );
}
