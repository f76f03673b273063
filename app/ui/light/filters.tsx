import type { ReactNode } from 'react';

export type Filter = { href: string; label: string; count?: number; current?: boolean };

/** 筛选：带数目的链接，不用脚本 filters: links with counts, no script. */
export function FilterBar({ label, filters, children }: { label: string; filters: Filter[]; children?: ReactNode }) {
  return (
    <nav className="filters" aria-label={label}>
      <span className="lab" aria-hidden="true">
        {label}
      </span>
      {filters.map((filter) => (
        <a
          key={filter.href}
          className="chip"
          href={filter.href}
          {...(filter.current ? { 'aria-current': 'true' as const } : {})}
        >
          {filter.label}
          {filter.count === undefined ? null : <small>{filter.count}</small>}
        </a>
      ))}
      {children}
    </nav>
  );
}
