import { Link, Outlet, useLocation } from 'react-router';
import { privacyWords } from '#app/i18n/privacy.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { partAt, partsFor } from './parts.ts';
import type { Route } from './+types/frame.ts';

export function loader({ context }: Route.LoaderArgs) {
  return { parts: partsFor(context.get(ctxKey).actor) };
}

/** 个人信息保护: the tabs of the office above each of its pages. */
export default function PrivacyFrame({ loaderData: { parts } }: Route.ComponentProps) {
  const words = useWords(privacyWords);
  const here = partAt(parts, useLocation().pathname);
  return (
    <>
      <nav className="dtabs office-tabs" aria-label={words.title}>
        {parts.map(({ name, to }) => (
          <Link key={name} to={to} {...(name === here ? { 'aria-current': 'page' as const } : {})}>{words.tabs[name]}</Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
