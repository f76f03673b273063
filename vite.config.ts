import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** Packages of hundreds of small files go into the server bundle: unbundled they cost seconds and memory at every start. */
const bundled = [
  /^antd/, /^@ant-design\//, /^@rc-component\//, 'dayjs', /^@emotion\//, /^@babel\/runtime/, 'clsx', 'stylis', 'react-is', 'throttle-debounce',
  /^drizzle-orm/, /^better-auth/, /^@better-auth\//, 'better-call', /^zod/, '@hono/zod-openapi',
];

export default defineConfig(({ command }) => ({
  plugins: [reactRouter()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  ssr: command === 'build' ? { noExternal: bundled } : {},
  environments: {
    ssr: { build: { rolldownOptions: { input: './app/server/main.ts' } } },
  },
}));
