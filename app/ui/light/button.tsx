import type { ButtonHTMLAttributes, ReactNode } from 'react';

export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'warm' | 'ghost' | 'ink' | 'stop';
type Looks = { kind?: ButtonKind; small?: boolean; wide?: boolean; children: ReactNode };

const looksOf = ({ kind = 'primary', small, wide }: Omit<Looks, 'children'>) =>
  ['btn', kind, small && 'small', wide && 'wide'].filter(Boolean).join(' ');

/** 按钮：一屏只有一个实底的 a button; one primary a view. */
export function Button({
  kind,
  small,
  wide,
  children,
  ...rest
}: Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) {
  return (
    <button
      {...rest}
      className={looksOf({ ...(kind ? { kind } : {}), ...(small ? { small } : {}), ...(wide ? { wide } : {}) })}
    >
      {children}
    </button>
  );
}

/** 样子像按钮的链接 a link that looks like a button. */
export function ButtonLink({
  href,
  kind,
  small,
  wide,
  download,
  children,
}: Looks & { href: string; download?: boolean }) {
  return (
    <a
      href={href}
      download={download}
      className={looksOf({ ...(kind ? { kind } : {}), ...(small ? { small } : {}), ...(wide ? { wide } : {}) })}
    >
      {children}
    </a>
  );
}
