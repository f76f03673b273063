/** 缩放的级: 1 fits the width. */
export const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** 下一级缩放: one step larger or smaller, and no further than the last. */
export function stepped(zoom: number, by: 1 | -1): number {
  const at = steps.findIndex((step) => step >= zoom);
  return steps[Math.min(steps.length - 1, Math.max(0, at + by))]!;
}
