import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'mysql',
  schema: './apps/api/src/*/tables.ts',
  out: './drizzle',
})
