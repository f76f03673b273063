import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

/** Looks again every two seconds while something is on its way. */
export function useWaiting(isWaiting: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWaiting) return undefined;
    const again = setInterval(() => void revalidate(), 2000);
    return () => clearInterval(again);
  }, [isWaiting, revalidate]);
}
