declare module 'heic-decode' {
  type Picture = { width: number; height: number; data: Uint8ClampedArray };
  type Found = { width: number; height: number; decode: () => Promise<Picture> };
  const decode: { all: (given: { buffer: Uint8Array }) => Promise<Found[] & { dispose: () => void }> };
  export default decode;
}
