export type PagerWords = { label: string; prev: string; next: string };

/** 翻页：按键翻，只有上一页、下一页 keyset paging: back and on. */
export function Pager({
  prev,
  next,
  count,
  words,
}: {
  prev?: string | undefined;
  next?: string | undefined;
  count?: string;
  words: PagerWords;
}) {
  if (!prev && !next && !count) return null;
  return (
    <nav className="pager" aria-label={words.label}>
      {count ? <span className="tally">{count}</span> : null}
      {prev ? (
        <a className="btn quiet small" rel="prev" href={prev}>
          {words.prev}
        </a>
      ) : null}
      {next ? (
        <a className="btn quiet small" rel="next" href={next}>
          {words.next}
        </a>
      ) : null}
    </nav>
  );
}
