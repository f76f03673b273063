/** 能不能用: what an app on a phone needs of its browser. */
export const canWork = () => 'indexedDB' in globalThis && Boolean(globalThis.crypto?.subtle) && 'toSorted' in Array.prototype && 'timeout' in AbortSignal && Boolean(navigator.locks);

/** 一次一个窗口: whether this window is the one that writes on the phone; it stays so until it is closed. */
export function isOnlyWindow(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}
