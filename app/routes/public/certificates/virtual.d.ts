declare module 'virtual:offline-verifier' {
  /** The script of the page that checks certificates without a network, bundled out of app/enhance/offline-verifier.ts. */
  const script: string;
  export default script;
}
