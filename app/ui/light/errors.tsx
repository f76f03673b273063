/** 提交后上方的错误清单：几处要改，点一下就到 what must be put right, each a link to its field. */
export function Errors({ title, items }: { title: string; items: { href: string; text: string }[] }) {
  if (!items.length) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} id="errors">
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.href + item.text}>
            <a href={item.href}>{item.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
