import { DemoMark } from './tag.tsx';

export type NumberItem = {
  label: string;
  parts: { value: string; unit?: string }[];
  child?: boolean;
  demo?: boolean;
  small?: boolean;
};

/** 主要数字：至多四个，孩子的那个是黄的 up to four numbers; the child's one is yellow. */
export function Numbers({ items, demoWord }: { items: NumberItem[]; demoWord: string }) {
  return (
    <dl className="nums">
      {items.map((item) => (
        <div key={item.label} className={item.child ? 'kid' : undefined}>
          <dt>
            {item.label}
            {item.demo ? <DemoMark word={demoWord} /> : null}
          </dt>
          <dd className={item.small ? 'parts' : undefined}>
            {item.parts.map((part) => (
              <span key={part.value + (part.unit ?? '')}>
                {part.value}
                {part.unit ? <small>{part.unit}</small> : null}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
