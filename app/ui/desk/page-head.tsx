import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Mixed } from '#app/ui/mixed.tsx';

export type Crumb = { label: string; to?: string };

/** 页头: where one is, what this is, what one can do here. */
export function PageHead({ crumbs = [], title, beside, actions, lead }: { crumbs?: Crumb[]; title: string; beside?: ReactNode; actions?: ReactNode; lead?: ReactNode }) {
  return (
    <>
      <title>{title}</title>
      {crumbs.length > 0 && (
        <p className="crumb">
          {crumbs.map((crumb, i) => (
            <span key={i}>
              {i > 0 && ' / '}
              {crumb.to ? <Link to={crumb.to}><Mixed>{crumb.label}</Mixed></Link> : <Mixed>{crumb.label}</Mixed>}
            </span>
          ))}
        </p>
      )}
      <div className="dhead">
        <h1><Mixed>{title}</Mixed></h1>
        {beside && <div className="beside"><Mixed>{beside}</Mixed></div>}
        {actions && <div className="act">{actions}</div>}
      </div>
      {lead && <p className="lead"><Mixed>{lead}</Mixed></p>}
    </>
  );
}

/** 面板: one white pane with a head and a body. */
export function Pane({ title, note, actions, children, flush = false }: { title?: string; note?: ReactNode; actions?: ReactNode; children?: ReactNode; flush?: boolean }) {
  return (
    <section className="pane">
      {title && (
        <div className="pane-head">
          <h2><Mixed>{title}</Mixed></h2>
          {note && <p><Mixed>{note}</Mixed></p>}
          {actions && <div className="act">{actions}</div>}
        </div>
      )}
      {flush ? children : <div className="pane-body">{children}</div>}
    </section>
  );
}

/** 要点: a list of names and values. */
export function Facts({ items }: { items: { name: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ name, value }) => [<dt key={`${name}.`}>{name}</dt>, <dd key={name}><Mixed>{value}</Mixed></dd>])}
    </dl>
  );
}
