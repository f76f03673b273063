import { Outlet } from 'react-router';
import '#app/ui/light/light.css';
import { LightFailure } from './light-failure.tsx';
import { Frame } from './frame.tsx';
import type { Route } from './+types/layout.ts';

/** Whoever was sent away for a while is told for how long. */
export function headers({ errorHeaders }: Route.HeadersArgs): Record<string, string> {
  const after = errorHeaders?.get('Retry-After');
  return after ? { 'Retry-After': after } : {};
}

/** 公众页与申报页的版式: every light page nests here. */
export default function LightLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Frame>
      <LightFailure error={error} />
    </Frame>
  );
}
