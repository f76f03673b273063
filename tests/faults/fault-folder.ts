import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPlace } from '#app/db/embedded-place.ts';

/** 出故障的地方: a folder for one run; its database stands elsewhere when its user cannot reach the folder, and goes with it. */
export function faultFolder(name: string, onTestFinished: (clear: () => void) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), `tongyou-${name}-`));
  onTestFinished(() => {
    const { home } = findPlace(path.join(folder, 'postgres'), () => undefined);
    for (const left of [home, folder]) rmSync(left, { recursive: true, force: true });
  });
  return folder;
}
