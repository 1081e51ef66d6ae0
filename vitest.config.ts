import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const withDatabase = { globalSetup: [path('test/support/global-setup.ts')] }
/** A browser needs both cores, so such files run one at a time, after the others. */
const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 }

const miniapp = { resolve: { alias: { '@': path('apps/miniapp/src') } }, esbuild: { jsx: 'automatic' } } as const

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'shared', include: ['packages/shared/src/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', 'test/{stories,races,ledger,contract}/**/*.test.ts'],
          // Files of one worker share its modules, and with them its migrated database.
          isolate: false,
          testTimeout: 30_000,
          // The first hook migrates, which takes MySQL on a busy machine more than a minute.
          hookTimeout: 180_000,
          ...withDatabase,
        },
      },
      { test: { name: 'scripts', include: ['scripts/**/*.test.ts'], testTimeout: 60_000 } },
      { ...miniapp, test: { name: 'miniapp', include: ['apps/miniapp/src/**/*.test.ts'] } },
      { ...miniapp, test: { name: 'miniapp screens', include: ['apps/miniapp/src/**/*.test.tsx'], environment: 'jsdom' } },
      { test: { name: 'web', include: ['test/web/**/*.test.ts'], sequence: { groupOrder: 1 }, ...alone, ...withDatabase } },
      { test: { name: 'weapp', include: ['test/weapp/**/*.test.ts'], sequence: { groupOrder: 2 }, ...alone, ...withDatabase } },
    ],
  },
})
