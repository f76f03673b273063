/** 几个数 in a row at the head of a page. */
export function Numbers({ items }: { items: readonly { name: string; value: number; isBad?: boolean }[] }) {
  return <dl className="kpis">{items.map(({ name, value, isBad }) => <div key={name} className="pane"><dt>{name}</dt><dd className={isBad ? 'late' : ''}>{value}</dd></div>)}</dl>;
}
