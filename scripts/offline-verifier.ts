import path from 'node:path';
import { build, type Plugin } from 'vite';

const name = 'virtual:offline-verifier';

/** 离线核验页的脚本: bundled whole into one text, because the page that carries it has no network to fetch anything from. */
export async function bundleOfflineVerifier(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false, target: 'es2022', minify: true,
      lib: { entry: path.resolve(import.meta.dirname, '../app/enhance/offline-verifier.ts'), formats: ['iife'], name: 'tongyou' },
    },
  });
  const bundles = Array.isArray(made) ? made : 'output' in made ? [made] : [];
  return bundles[0]!.output[0].code;
}

/** For the pages: the text under a name that the server imports. */
export function offlineVerifier(): Plugin {
  return {
    name: 'offline-verifier',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: async (id) => (id === `\0${name}` ? `export default ${JSON.stringify(await bundleOfflineVerifier())}` : undefined),
  };
}
