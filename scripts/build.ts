import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The API and what its operators run beside it, as plain files with packages left to `node_modules`. */
await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'apps/api/src/main.ts',
    migrate: 'apps/api/src/migrate.ts',
    'first-operator': 'apps/api/src/first-operator.ts',
    'ledger-verify': 'scripts/ledger-verify.ts',
    'people/read-sheet-worker': 'apps/api/src/people/read-sheet-worker.mjs',
  },
  outdir: 'apps/api/dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { '@yijian/shared': `${root}packages/shared/src`, '@yijian/api': `${root}apps/api/src` },
  sourcemap: true,
  logLevel: 'info',
})

/** The mini-program for WeChat and for browsers. */
const asked = process.argv.slice(2)
for (const target of asked.length > 0 ? asked : ['h5', 'weapp']) {
  const { status } = spawnSync('npm', ['run', `build:${target}`], { cwd: `${root}apps/miniapp`, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
