export type RailPart = {
  href: string;
  title: string;
  note?: string;
  state: 'done' | 'lack' | 'next';
  current?: boolean;
};
export type RailWords = { label: string; where: string; done: string };

function Parts({ parts, done }: { parts: RailPart[]; done: string }) {
  return (
    <ol className="rail">
      {parts.map((part, index) => (
        <li key={part.href} className={part.current ? 'now' : part.state}>
          <span className="sq" aria-hidden="true">
            {part.state === 'done' && !part.current ? '✓' : index + 1}
          </span>
          <a href={part.href} {...(part.current ? { 'aria-current': 'step' as const } : {})}>
            {part.title}
          </a>
          {part.state === 'done' ? <span className="vh">（{done}）</span> : null}
          {part.note ? <small>{part.note}</small> : null}
        </li>
      ))}
    </ol>
  );
}

/** 进度轨：一部分一格；手机上收成一行“第 7 部分，共 8 部分” the rail of parts; one folded line on a phone. */
export function Rail({ parts, words }: { parts: RailPart[]; words: RailWords }) {
  return (
    <>
      <details className="box railm">
        <summary>{words.where}</summary>
        <nav aria-label={words.label}>
          <Parts parts={parts} done={words.done} />
        </nav>
      </details>
      <nav className="railw" aria-label={words.label}>
        <Parts parts={parts} done={words.done} />
      </nav>
    </>
  );
}
