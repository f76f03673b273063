import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** antd and its parts go into the server bundle: unbundled their first page takes seconds. */
const bundled = [/^antd/, /^@ant-design\//, /^@rc-component\//, 'dayjs', /^@emotion\//];

export default defineConfig(({ command }) => ({
  plugins: [reactRouter()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  ssr: command === 'build' ? { noExternal: bundled } : {},
  environments: {
    ssr: { build: { rolldownOptions: { input: './app/server/main.ts' } } },
  },
}));
