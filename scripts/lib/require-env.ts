/** A setting that a script cannot do without. */
export function requireEnv(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is missing.`)
  return value
}
