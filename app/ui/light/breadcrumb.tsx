import { Mixed } from '#app/ui/mixed.tsx';
import type { Link } from './words.ts';

/** 面包屑：最后一项是这一页 where this page is; the last crumb is the page itself. */
export function Breadcrumb({ label, links, here }: { label: string; links: Link[]; here: string }) {
  return (
    <nav className="crumb" aria-label={label}>
      <ol>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}><Mixed>{link.label}</Mixed></a>
          </li>
        ))}
        <li aria-current="page"><Mixed>{here}</Mixed></li>
      </ol>
    </nav>
  );
}
