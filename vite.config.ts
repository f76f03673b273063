import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';
import { offlineVerifier } from './scripts/offline-verifier.ts';

/** Packages of hundreds of small files go into the server bundle: unbundled they cost seconds and memory at every start. */
const bundled = [
  /^antd/, /^@ant-design\//, /^@rc-component\//, 'dayjs', /^@emotion\//, /^@babel\/runtime/, 'clsx', 'stylis', 'react-is', 'throttle-debounce',
  /^drizzle-orm/, /^better-auth/, /^@better-auth\//, 'better-call', /^zod/, '@hono/zod-openapi',
];

/** The character maps, fonts and decoders that the PDF viewer fetches by name, under a folder of their version. */
function pdfParts(): Plugin {
  const from = path.join(import.meta.dirname, 'node_modules/pdfjs-dist');
  const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as { version: string };
  return {
    name: 'pdf-parts',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      for (const file of globSync('{cmaps,standard_fonts,wasm,iccs}/*', { cwd: from })) {
        if (!file.includes('quickjs')) this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${version}/${file}`, source: readFileSync(path.join(from, file)) });
      }
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [reactRouter(), pdfParts(), offlineVerifier()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  ssr: command === 'build' ? { noExternal: bundled } : {},
  environments: {
    ssr: { build: { rolldownOptions: { input: './app/server/main.ts' } } },
  },
}));
