export type MissingItem = { href: string; label: string; note?: string };

/** 还缺什么：每一条都能点到那一项；不缺时说可以提交 what is missing, each a link to its field; or that nothing is. */
export function MissingBox({ title, items }: { title: string; items: MissingItem[] }) {
  return (
    <section className={items.length ? 'miss' : 'miss full'} aria-label={title} id="missing">
      <h2>{title}</h2>
      {items.length ? (
        <ul>
          {items.map((item, index) => (
            <li key={index}>
              <a href={item.href}>{item.label}</a>
              {item.note ? <span>{item.note}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** 被退回的：理由和要改的那一项 what came back: the reason, and the field that mends it. */
export function ReturnedBox({ title, items }: { title: string; items: MissingItem[] }) {
  return (
    <section className="miss" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {items.map((item, index) => (
          <li key={index}>
            <a href={item.href}>{item.label}</a>
            {item.note ? <span>{item.note}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 整表完成多少 how much of the whole form is done. */
export function WholeBar({ label, percent, note }: { label: string; percent: number; note?: string }) {
  return (
    <div className="card whole">
      <div className="row">
        <b id="whole">{label}</b>
        <span>{percent}%</span>
      </div>
      <progress className="bar" max="100" value={percent} aria-labelledby="whole" />
      {note ? <p className="note">{note}</p> : null}
    </div>
  );
}
