import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useHref, useNavigate } from 'react-router';

/** 按钮样的链接: a real link that looks like a button and moves without a reload. */
export function ButtonLink({ to, children, type = 'default', disabled = false }: { to: string; children: ReactNode; type?: 'default' | 'primary' | 'text' | 'link'; disabled?: boolean }) {
  const href = useHref(to);
  const navigate = useNavigate();
  if (disabled) return <Button disabled>{children}</Button>;
  return (
    <Button
      href={href}
      type={type}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Button>
  );
}
